package dev.countersign.bom.lock;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code go.mod}, whose {@code require} lines name every module of the build since Go 1.17
 * (go.dev/ref/mod#go-mod-file-require), and {@code go.sum} where it stands alone. The hashes of
 * {@code go.sum} are over lists of files and fit no archive, so they are left out.
 */
public final class GoModule implements LockFormat {
  private static final Pattern REQUIRED =
      Pattern.compile("\\s*(?:require\\s+)?([^\\s()]+\\.[^\\s()]*)\\s+(v[^\\s/]+)(?:\\s*//.*)?");
  private static final Pattern SUMMED = Pattern.compile("(\\S+)\\s+(v[^\\s/]+)\\s+h1:\\S+");

  /** Made by {@link java.util.ServiceLoader}. */
  public GoModule() {}

  @Override
  public boolean reads(String name) {
    return name.equals("go.mod") || name.equals("go.sum");
  }

  @Override
  public void read(LockText file, Locked locked) {
    if (file.name().equals("go.sum")) {
      add(SUMMED, file.lines(), locked);
    } else {
      add(REQUIRED, required(file.lines()), locked);
    }
  }

  private static void add(Pattern pattern, List<String> lines, Locked locked) {
    for (String line : lines) {
      Matcher module = pattern.matcher(line);
      if (module.matches()) {
        locked.add(Ecosystem.GOLANG, module.group(1), module.group(2));
      }
    }
  }

  /**
   * Lines of other blocks look alike: {@code exclude} and {@code retract} name what is not used.
   */
  private static List<String> required(List<String> lines) {
    boolean[] inside = {false};
    return lines.stream()
        .filter(line -> {
          if (line.matches("\\s*\\w+\\s*\\(.*")) {
            inside[0] = line.strip().startsWith("require");
            return false;
          }
          boolean counts = inside[0] || line.strip().startsWith("require ");
          if (line.strip().startsWith(")")) {
            inside[0] = false;
          }
          return counts;
        })
        .toList();
  }
}
