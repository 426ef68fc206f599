package dev.countersign.inspect.text;

import java.util.regex.Pattern;

/** Places that artefacts name, and where they lead. Nothing is opened. */
public final class Places {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}:/.*");

  private Places() {}

  /**
   * Whether a place is outside of the folder that it is relative to, on any system: as {@link
   * Names#leaves(String)}, and also the home of a user, or an address.
   */
  public static boolean leaves(String place) {
    String path = place.strip();
    return Names.leaves(path)
        || path.startsWith("~")
        || path.indexOf('\0') >= 0
        || remote(path);
  }

  /** Whether it is an address with a scheme, as {@code https://host/file}. */
  public static boolean remote(String place) {
    return SCHEME.matcher(place.strip()).matches();
  }
}
