package dev.countersign.discover.draft;

import dev.countersign.model.ElementKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives ids, each once: {@code [a-z0-9][a-z0-9._-]{0,63}}. */
final class IdBook {
  private static final int LONGEST = 48;

  private final Set<String> taken = new HashSet<>(Set.of("anyone", "none"));

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
    for (int i = 0; i < name.length() && id.length() < LONGEST; i++) {
      char c = name.charAt(i);
      boolean hump = i > 0 && isUpper(c) && isLower(name.charAt(i - 1));
      if (hump) {
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
