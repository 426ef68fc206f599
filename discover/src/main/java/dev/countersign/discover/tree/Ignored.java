package dev.countersign.discover.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The simple part of {@code .gitignore} in the root: whole names ({@code .venv/}), rooted paths
 * ({@code /data/tmp}) and endings ({@code *.pyc}). Lines with other signs are passed over, so that
 * rather too much is looked at than too little. Model and data files are looked at all the same:
 * they are ignored because they are large, not because they do not matter.
 */
final class Ignored {
  private static final int MOST_LINES = 500;

  private final List<String> names = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final List<String> endings = new ArrayList<>();

  Ignored(List<String> lines) {
    lines.stream().limit(MOST_LINES).map(String::strip).forEach(this::add);
  }

  boolean folder(String path, String name) {
    return names.contains(name) || paths.contains(path);
  }

  boolean file(String path, String name) {
    return folder(path, name) || endings.stream().anyMatch(lower(name)::endsWith);
  }

  private void add(String line) {
    String bare = line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
    if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith("!")) {
      return;
    }
    if (bare.startsWith("*.") && isPlain(bare.substring(2))) {
      endings.add(lower(bare.substring(1)));
    } else if (isPlain(bare) && bare.indexOf('/') < 0) {
      names.add(bare);
    } else if (isPlain(bare)) {
      paths.add(bare.startsWith("/") ? bare.substring(1) : bare);
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
