package dev.countersign.inspect.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of members of archives: what an attacker chose. */
public final class Names {
  private static final Pattern ODD =
      Pattern.compile("(?:[^\\x00-\\x7F]|\\?|_|#U[0-9a-f]{4}|#L[0-9a-f]{6})+");

  private Names() {}

  /**
   * Whether unpacking a member of this name could write outside of the folder: an absolute path, a
   * drive, or more {@code ..} than folders before them, with either kind of slash.
   */
  public static boolean leaves(String name) {
    String path = name.replace('\\', '/');
    return absolute(path) || depth("", path) < 0;
  }

  /**
   * Whether a link that stands at this name leads out of the folder.
   *
   * @param target relative to the link's own folder, or absolute
   */
  public static boolean leaves(String name, String target) {
    String path = target.replace('\\', '/');
    return absolute(path)
        || depth(name.substring(0, name.replace('\\', '/').lastIndexOf('/') + 1), path) < 0;
  }

  private static boolean absolute(String path) {
    return path.startsWith("/")
        || path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  private static int depth(String folder, String path) {
    String whole = (folder + path).replace('\\', '/') + "/";
    int depth = 0;
    int from = 0;
    for (int to = whole.indexOf('/'); to >= 0 && depth >= 0; to = whole.indexOf('/', from)) {
      depth += step(whole, from, to);
      from = to + 1;
    }
    return depth;
  }

  /** How much deeper one part of a path leads. */
  private static int step(String path, int from, int to) {
    if (to == from || to == from + 1 && path.charAt(from) == '.') {
      return 0;
    }
    return to == from + 2 && path.startsWith("..", from) ? -1 : 1;
  }

  /** What makes a name show as another one; empty where nothing does. */
  public static Optional<String> misleading(String name) {
    for (int at = 0; at < name.length(); at++) {
      char one = name.charAt(at);
      if (one == 0) {
        return Optional.of("a NUL, where some loaders end it");
      }
      if (one < ' ' || one == 0x7F) {
        return Optional.of("the control character 0x%02X".formatted((int) one));
      }
      if (reorders(one)) {
        return Optional.of("U+%04X, which changes the direction of text".formatted((int) one));
      }
    }
    return Optional.empty();
  }

  private static boolean reorders(char one) {
    return one >= '\u202A' && one <= '\u202E' || one >= '\u2066' && one <= '\u2069';
  }

  /**
   * Whether two names are the same but for letters outside of ASCII, which encodings tell apart.
   */
  public static boolean similar(String one, String other) {
    return ascii(one).equals(ascii(other));
  }

  /** Info-ZIP writes a character that the code page lacks as {@code #U00e9}. */
  private static String ascii(String name) {
    return ODD.matcher(name).replaceAll("\uFFFD");
  }

  /** A path relative to a member's folder; empty where it would leave the archive. */
  public static Optional<String> beside(String of, String path) {
    if (path.startsWith("/") || path.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    String folder = of.substring(0, of.lastIndexOf('/') + 1);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + path).split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
