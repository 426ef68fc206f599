package dev.countersign.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/**
 * The rules for the name of a file in a manifest: relative to the dataset's root, with {@code /}
 * between folders, in Unicode exactly as the file system gave it. Two names that only look alike
 * (NFC and NFD) are two names.
 */
public final class EntryName {
  /** The most bytes of UTF-8 that a name may have. */
  public static final int MAX_BYTES = 4096;

  /** By code points, which is also the order of the bytes of UTF-8. */
  public static final Comparator<String> ORDER = EntryName::compare;

  private static final Optional<String> STEP =
      Optional.of("has a part that is empty, \".\" or \"..\"");

  private static final char FIRST_SURROGATE = 0xD800;

  private EntryName() {}

  /** What is wrong with a name, as the end of a sentence that begins with the name; if anything. */
  public static Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.startsWith("/")) {
      return Optional.of("is absolute; names are relative to the dataset's root");
    }
    // On Windows it divides folders, so such a name could lead out of the root there.
    if (name.indexOf('\\') >= 0) {
      return Optional.of("holds a backslash");
    }
    if (name.indexOf('\0') >= 0) {
      return Optional.of("holds a NUL");
    }
    return segments(name).or(() -> encoding(name));
  }

  private static Optional<String> segments(String name) {
    int start = 0;
    for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', start)) {
      if (isStep(name, start, end)) {
        return STEP;
      }
      start = end + 1;
    }
    return isStep(name, start, name.length()) ? STEP : Optional.empty();
  }

  private static boolean isStep(String name, int start, int end) {
    return switch (end - start) {
      case 0 -> true;
      case 1 -> name.charAt(start) == '.';
      case 2 -> name.charAt(start) == '.' && name.charAt(start + 1) == '.';
      default -> false;
    };
  }

  private static Optional<String> encoding(String name) {
    if (name.length() * 3L > MAX_BYTES
        && name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Optional.of("is longer than " + MAX_BYTES + " bytes");
    }
    return hasLoneSurrogate(name)
        ? Optional.of("is not Unicode (a lone surrogate)")
        : Optional.empty();
  }

  // A loop: manifests have millions of names, and most are read before anything is compiled.
  private static boolean hasLoneSurrogate(String name) {
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (unit >= FIRST_SURROGATE && Character.isSurrogate(unit)) {
        if (i + 1 == name.length() || !Character.isSurrogatePair(unit, name.charAt(++i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Like {@code compareTo}, except that a pair of surrogates is behind all of the first plane. */
  private static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return x >= FIRST_SURROGATE && y >= FIRST_SURROGATE
            ? Integer.compare(rotated(x), rotated(y))
            : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** U+E000 to U+FFFF before the surrogates. */
  private static int rotated(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
