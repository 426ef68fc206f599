package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Locale;
import java.util.Set;

/** A path below a folder, by what file systems of Unix and Windows make of it (CWE-22, CWE-41). */
final class PathCheck {
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "clock$", "conin$", "conout$");
  private static final String WHY = "it leads out of the folder, or to something that is no file";

  private final String text;
  private final Findings out;

  PathCheck(String text, Findings out) {
    this.text = text;
    this.out = out;
  }

  void check() {
    if (text.isBlank()) {
      bad("path.empty", "no path");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 127) {
        out.active(
            "path.control",
            i,
            i + 1,
            Decision.REJECT,
            "a control character in a path",
            "programs end or split paths there");
        return;
      }
    }
    String plain = decoded(text);
    if (hasControl(plain)) {
      bad("path.control", "an encoded control character in a path");
    }
    form(plain.replace('\\', '/'));
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  /** Decoded until nothing changes, at most five times; look-alikes of dots and slashes as such. */
  private static String decoded(String written) {
    String now = written;
    for (int i = 0; i < 5; i++) {
      String next = Escapes.decode(now);
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    String folded = Compatible.of(now);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      plain.append(
          "\u2044\u2215\u29F8\u2571\u2573\u29F5\u2216\uFE68".indexOf(c) >= 0
              ? '/'
              : c == '\uFF0E' || c == '\u2024' ? '.' : c);
    }
    return plain.toString();
  }

  private void form(String path) {
    String stripped = path.strip();
    if (stripped.startsWith("//")) {
      bad("path.absolute", "a path of a network share");
    } else if (stripped.startsWith("/") || stripped.startsWith("~")) {
      bad("path.absolute", "an absolute path");
    } else if (drive(stripped) || scheme(stripped)) {
      bad("path.absolute", "a path with a drive or a scheme");
    } else if (stripped.startsWith("$") || stripped.startsWith("%")) {
      bad("path.variable", "a path that starts with a variable");
    }
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      segment(path.substring(start, end));
      start = end + 1;
    }
  }

  private static boolean drive(String path) {
    return path.length() >= 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  private static boolean scheme(String path) {
    int colon = path.indexOf(":/");
    return colon > 1
        && path.substring(0, colon)
            .chars()
            .allMatch(
                c -> Character.isLetterOrDigit(c) || c == '+' || c == ':' || c == '.' || c == '-');
  }

  private void segment(String segment) {
    String bare = stripEnd(segment);
    int semicolon = segment.indexOf(';');
    String beforeParameter = semicolon < 0 ? segment : stripEnd(segment.substring(0, semicolon));
    boolean up = segment.strip().startsWith("..") && (bare.isBlank() || beforeParameter.isBlank());
    if (up) {
      bad("path.traversal", "a step up");
      return;
    }
    if (!segment.isEmpty() && !segment.equals(".") && bare.length() < segment.length()) {
      bad("path.end", "a part that ends in a dot or a blank");
    }
    String name = bare.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    int colon = name.indexOf(':');
    if (colon >= 0) {
      bad("path.stream", "a part with a colon, which names a stream or a device");
    }
    if (device((dot < 0 ? name : name.substring(0, dot)).strip())) {
      bad("path.device", "the name of a device");
    }
  }

  private static String stripEnd(String segment) {
    int end = segment.length();
    while (end > 0 && (segment.charAt(end - 1) == '.' || segment.charAt(end - 1) == ' ')) {
      end--;
    }
    return segment.substring(0, end);
  }

  private static boolean device(String name) {
    boolean port = name.length() == 4 && (name.startsWith("com") || name.startsWith("lpt"));
    return DEVICES.contains(name)
        || port && (Character.isDigit(name.charAt(3)) || "¹²³".indexOf(name.charAt(3)) >= 0);
  }

  private void bad(String rule, String what) {
    out.active(rule, 0, text.length(), Decision.REJECT, what, WHY);
  }
}
