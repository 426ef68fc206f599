package dev.countersign.attest.oms;

import java.io.File;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of resources and of ignored paths (section 6.1.2). */
final class ResourceName {
  private static final int LONGEST = 4096;
  private static final Pattern SHARD =
      Pattern.compile("(.+):(0|[1-9][0-9]{0,17}):([1-9][0-9]{0,17})", Pattern.DOTALL);

  private ResourceName() {}

  /** A range that a name ends with. */
  record Shard(String file, long start, long end) {}

  /** Whether it is a path below the model, in its one canonical form. */
  static boolean isCanonical(String name) {
    if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
      return false;
    }
    if (File.separatorChar == '\\' && (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0)) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Whether it may be recorded as left out (section 6.2.1). */
  static boolean isIgnorable(String path) {
    return isCanonical(path) && path.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** The range in a name, read from its end, since names of files may hold colons. */
  static Optional<Shard> shard(String name) {
    Matcher matcher = SHARD.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new Shard(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }
}
