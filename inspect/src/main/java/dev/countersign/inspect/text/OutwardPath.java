package dev.countersign.inspect.text;

import java.util.regex.Pattern;

/** Paths in artefacts that lead out of the folder which the artefact is in. */
public final class OutwardPath {
  private static final Pattern ABSOLUTE =
      Pattern.compile("^(/|\\\\|~|[A-Za-z]:|\\$|%[A-Za-z]+%).*", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+://?.*", Pattern.DOTALL);

  private OutwardPath() {}

  /** Whether it is absolute, of a home folder, of a variable, or climbs above its own folder. */
  public static boolean leaves(String path) {
    if (ABSOLUTE.matcher(path).matches()) {
      return true;
    }
    int depth = 0;
    for (String part : path.split("[/\\\\]")) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is an address with a scheme, as {@code https://} or {@code s3://}. */
  public static boolean address(String path) {
    return SCHEME.matcher(path).matches();
  }
}
