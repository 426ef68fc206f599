package dev.countersign.inspect.numpy;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.engine.Budget;
import dev.countersign.inspect.zip.ZipArchive;
import dev.countersign.inspect.zip.ZipDialect;
import dev.countersign.inspect.zip.ZipMember;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Zips of arrays, as {@code numpy.savez} writes them. Its arrays are looked into one by one. */
public final class NpzZip implements ZipDialect {
  private static final int MOST_COUNTED = 10_000;

  @Override
  public String id() {
    return "npz";
  }

  @Override
  public String title() {
    return "NumPy arrays";
  }

  @Override
  public Set<String> endings() {
    return Set.of("npz");
  }

  @Override
  public boolean recognises(ZipArchive archive, Artefact artefact) {
    return !archive.members().isEmpty() && archive.members().stream().allMatch(NpzZip::array)
        || artefact.ending().equals("npz");
  }

  @Override
  public void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    List<ZipMember> arrays =
        archive.members().stream()
            .filter(member -> array(member) && !archive.sealed(member))
            .limit(MOST_COUNTED)
            .toList();
    Set<String> types = new TreeSet<>();
    long count = 0;
    for (ZipMember member : arrays) {
      try {
        NpyHeader header = NpyHeader.read(archive.open(member), 0);
        NpyHeader.Described described = header.described(Literal.read(header.text()));
        types.add(described.dtype().name());
        count = Math.addExact(count, described.count());
      } catch (Budget.Exhausted exhausted) {
        throw exhausted;
      } catch (Broken | ArithmeticException _) {
        return;
      }
    }
    examination.fact(ArtefactFact.FRAMEWORK, "NumPy");
    examination.fact(ArtefactFact.TENSORS, Integer.toString(arrays.size()));
    examination.fact(ArtefactFact.PARAMETERS, Long.toString(count));
    examination.fact(ArtefactFact.TENSOR_TYPES, String.join(", ", types));
  }

  private static boolean array(ZipMember member) {
    return member.ending().equals("npy");
  }
}
