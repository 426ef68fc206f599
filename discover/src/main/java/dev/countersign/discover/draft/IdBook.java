package dev.countersign.discover.draft;

import dev.countersign.model.ElementKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives ids, each once: {@code [a-z0-9][a-z0-9._-]{0,63}}. */
final class IdBook {
  private static final int LONGEST = 48;

  private final Set<String> taken = new HashSet<>(Set.of("anyone", "none", "null"));

  /** The id nearest to a name that nobody has yet. */
  String give(String name, ElementKind kind) {
    String wanted = of(name);
    String base = wanted.isEmpty() ? kind.word() : wanted;
    String id = taken.contains(base) ? base + "-" + kind.word() : base;
    for (int i = 2; !taken.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  /** The name as an id: {@code TavilySearch} is {@code tavily-search}; may be empty. */
  static String of(String name) {
    StringBuilder id = new StringBuilder();
    boolean humps = name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    for (int i = 0; i < name.length() && id.length() < LONGEST; i++) {
      char c = name.charAt(i);
      if (humps && isHump(name, i)) {
        hyphen(id);
      }
      if (isUpper(c) || isLower(c)) {
        id.append(Character.toLowerCase(c));
      } else if (c == '.' && !id.isEmpty()) {
        id.append(c);
      } else {
        hyphen(id);
      }
    }
    return trimmed(id).toLowerCase(Locale.ROOT);
  }

  /** Where a word of a name such as {@code PythonREPLTool} starts. */
  private static boolean isHump(String name, int i) {
    if (i == 0 || !isUpper(name.charAt(i))) {
      return false;
    }
    boolean followed = i + 1 < name.length() && isLower(name.charAt(i + 1));
    return isLower(name.charAt(i - 1)) || followed;
  }

  private static void hyphen(StringBuilder id) {
    if (!id.isEmpty() && Character.isLetterOrDigit(id.charAt(id.length() - 1))) {
      id.append('-');
    }
  }

  private static String trimmed(StringBuilder id) {
    int end = id.length();
    while (end > 0 && !Character.isLetterOrDigit(id.charAt(end - 1))) {
      end--;
    }
    return id.substring(0, end);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
