package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.keras.KerasAttributes;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what is found in HDF5 means. */
final class Hdf5Judge implements Hdf5Visitor {
  /** Built in: 1 to 6. Registered with the HDF Group and common: those above. */
  private static final Set<Integer> REGISTERED =
      Set.of(
          305, 307, 32000, 32001, 32002, 32004, 32005, 32006, 32007, 32008, 32009, 32010, 32011,
          32012, 32013, 32014, 32015, 32016, 32017, 32018, 32019, 32020, 32021, 32022, 32023, 32024,
          32025, 32026, 32027, 32028, 32029);

  private static final Pattern OLD_PICKLE = Pattern.compile("(?s)^[(cil\\]}].*\\n.*\\.$");

  private final Examination examination;
  private final KerasAttributes keras;

  Hdf5Judge(Examination examination) {
    this.examination = examination;
    this.keras = new KerasAttributes(examination);
  }

  @Override
  public void attribute(String path, Attribute attribute) throws Broken, IOException {
    byte[] value = attribute.text().orElse(new byte[0]);
    String text = new String(value, StandardCharsets.ISO_8859_1);
    if (value.length > 2
        && (value[0] == (byte) 0x80 && value[1] <= 5 || OLD_PICKLE.matcher(text).matches())) {
      examination.report(Hdf5Rules.PICKLE, attribute.address(), path + "@" + attribute.name());
      examination.member("attributes" + path + "@" + attribute.name() + ".pkl", Bytes.of(value));
    } else if (attribute.name().equals("PSEUDOATOM") && text.equals("object")) {
      examination.report(Hdf5Rules.OBJECTS, attribute.address(), path);
    } else if (path.equals("/")) {
      keras.attribute(attribute.name(), value);
    }
  }

  @Override
  public void external(String path, String file, String target) {
    String subject = path + " → " + file + ":" + target;
    examination.report(OutwardPath.leaves(file) ? Hdf5Rules.LEAVES : Hdf5Rules.EXTERNAL, subject);
  }

  @Override
  public void custom(String path, int kind) {
    examination.report(Hdf5Rules.CUSTOM_LINK, path + " of kind " + kind);
  }

  @Override
  public void externalNumbers(String path, String file, long address) {
    examination.report(
        OutwardPath.leaves(file) ? Hdf5Rules.LEAVES : Hdf5Rules.EXTERNAL,
        address,
        path + " → " + file);
  }

  @Override
  public void virtual(String path, String file, long address) {
    if (file.equals(".")) {
      examination.report(Hdf5Rules.VIRTUAL, address, path);
    } else {
      externalNumbers(path, file, address);
    }
  }

  @Override
  public void filter(String path, int id, String name, long address) {
    if (id > 6) {
      examination.report(
          REGISTERED.contains(id) ? Hdf5Rules.FILTER : Hdf5Rules.UNKNOWN_FILTER,
          address,
          path + " filter " + id + " " + name);
    }
  }

  @Override
  public void unreadable(String path, Broken why) {
    examination.report(
        Hdf5Rules.PART_UNREADABLE, Math.max(0, why.offset()), path + ": " + why.what());
  }
}
