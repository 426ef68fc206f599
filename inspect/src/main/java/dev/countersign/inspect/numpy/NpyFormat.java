package dev.countersign.inspect.numpy;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.Set;

/**
 * Arrays of NumPy, one or several in a file, as {@code numpy.save} writes them one after the other.
 */
public final class NpyFormat implements Format {
  private static final int MOST_ARRAYS = 100_000;

  @Override
  public String id() {
    return "npy";
  }

  @Override
  public String title() {
    return "NumPy array";
  }

  @Override
  public Set<String> endings() {
    return Set.of("npy");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith(NpyHeader.magic());
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Bytes bytes = artefact.bytes();
    long at = 0;
    for (int i = 0; i < MOST_ARRAYS && at < bytes.length(); i++) {
      if (i > 0 && !array(bytes, at)) {
        trailing(bytes, at, examination);
        return;
      }
      at = one(bytes, at, examination);
    }
  }

  /** Looks into an array, and gives the place after it. */
  private static long one(Bytes bytes, long from, Examination examination)
      throws Broken, IOException {
    NpyHeader header = NpyHeader.read(bytes, from);
    NpyHeader.Described described;
    try {
      described = header.described(Literal.read(header.text()));
    } catch (Broken wrong) {
      boolean calls =
          header.text().indexOf('(') >= 0 && header.text().matches("(?s).*[\\w\\])]\\s*\\(.*");
      examination.report(
          calls ? NumpyRules.HEADER_CODE : NumpyRules.HEADER,
          from,
          wrong.what() + ": " + header.text());
      rest(bytes, header.data(), examination);
      return bytes.length();
    }
    tell(described, examination);
    if (described.dtype().objects()) {
      examination.report(NumpyRules.OBJECTS, from, described.dtype().name());
      rest(bytes, header.data(), examination);
      return bytes.length();
    }
    long left = bytes.length() - header.data();
    if (described.size() > left) {
      examination.report(
          NumpyRules.SHORT,
          header.data(),
          "%,d bytes announced, and %,d are there".formatted(described.size(), left));
      return bytes.length();
    }
    return header.data() + described.size();
  }

  /**
   * The pickle after a header: what a loader unpickles that believes the header to mean objects.
   */
  private static void rest(Bytes bytes, long from, Examination examination)
      throws Broken, IOException {
    if (from < bytes.length()) {
      examination.memberAs("pickle", "objects", bytes.slice(from, bytes.length() - from));
    }
  }

  private static void tell(NpyHeader.Described described, Examination examination) {
    examination.fact(ArtefactFact.FRAMEWORK, "NumPy");
    examination.fact(ArtefactFact.TENSOR_TYPES, described.dtype().name());
    examination.fact(ArtefactFact.PARAMETERS, Long.toString(described.count()));
  }

  private static boolean array(Bytes bytes, long at) throws IOException {
    byte[] head = bytes.copy(at, NpyHeader.magic().length);
    int[] magic = NpyHeader.magic();
    for (int i = 0; i < magic.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static void trailing(Bytes bytes, long at, Examination examination)
      throws Broken, IOException {
    Bytes rest = bytes.slice(at, bytes.length() - at);
    examination.report(NumpyRules.TRAILING, at, "%,d bytes".formatted(rest.length()));
    examination.member("trailing", rest);
  }
}
