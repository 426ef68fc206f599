package dev.countersign.inspect.zip;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.FileBytes;
import dev.countersign.inspect.compressed.Codec;
import dev.countersign.inspect.tar.TarFormat;
import java.io.IOException;

/**
 * The end of a zip in the last bytes of a file that does not begin as one. It counts, since loaders
 * take it, unless the file is something that merely holds a zip as it is, near its own end.
 */
final class Tail {
  private static final int SMALL = 66_000;

  private Tail() {}

  static boolean counts(Artefact artefact) throws IOException {
    if (!near(artefact)) {
      return false;
    }
    try {
      for (ZipEnd end : ZipEnd.all(artefact.bytes())) {
        if (end.fits()) {
          return end.size() > 0 && (last(end, artefact) || !holds(artefact));
        }
      }
      return false;
    } catch (Broken none) {
      return false;
    }
  }

  /**
   * Of a large member of another archive only the very end is looked at: there may be thousands.
   */
  private static boolean near(Artefact artefact) throws IOException {
    boolean whole = artefact.bytes() instanceof FileBytes || artefact.length() <= SMALL;
    return ZipEnd.in(whole ? artefact.tail() : artefact.last(ZipEnd.SIZE));
  }

  /** Whether the file ends with it. */
  private static boolean last(ZipEnd end, Artefact artefact) {
    return end.place() + ZipEnd.SIZE + end.comment() == artefact.length();
  }

  /** Archives, and pickles of protocol 2 to 5, hold what is not compressed as it is. */
  private static boolean holds(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    boolean pickle = head.length > 1 && (head[0] & 0xFF) == 0x80 && head[1] >= 2 && head[1] <= 5;
    return pickle
        || artefact.startsWith('7', 'z', 0xBC, 0xAF, 0x27, 0x1C)
        || TarFormat.is(artefact)
        || Codec.of(artefact).isPresent();
  }
}
