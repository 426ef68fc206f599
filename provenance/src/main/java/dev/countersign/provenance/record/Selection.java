package dev.countersign.provenance.record;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Which files under a root belong to a dataset. Hidden files do: what is left out by a rule could
 * be changed without anybody noticing. The folders {@code .git} and {@code .countersign} of the
 * root itself never do, since statements about the dataset are kept there.
 */
public final class Selection {
  /** Every file. */
  public static final Selection ALL = new Selection(List.of(), List.of());

  private static final String GLOB = "*?[{";

  private final List<String> names;
  private final List<PathMatcher> globs;

  private Selection(List<String> names, List<PathMatcher> globs) {
    this.names = names;
    this.globs = globs;
  }

  /**
   * A selection from texts, each the name of a file, of a folder, or a glob as {@link
   * java.nio.file.FileSystem#getPathMatcher} reads it, all relative to the root; everything if
   * there is none.
   *
   * @throws IllegalArgumentException if a glob is malformed; the message names it
   */
  public static Selection of(List<String> texts) {
    List<String> names = new ArrayList<>();
    List<PathMatcher> globs = new ArrayList<>();
    for (String text : texts) {
      if (text.chars().anyMatch(c -> GLOB.indexOf(c) >= 0)) {
        globs.add(glob(text));
      } else {
        names.add(text.replaceFirst("^(\\./)+", "").replaceFirst("/+$", ""));
      }
    }
    return new Selection(names, globs);
  }

  /** Whether a file of this name belongs to the dataset. */
  public boolean includes(String name) {
    if (names.isEmpty() && globs.isEmpty()) {
      return true;
    }
    return names.stream().anyMatch(chosen -> isWithin(name, chosen))
        || !globs.isEmpty() && matches(Path.of(name));
  }

  /** Whether a folder of the root is looked into. */
  static boolean enters(String name) {
    return !name.equals(".git") && !name.equals(".countersign");
  }

  private boolean matches(Path name) {
    return globs.stream().anyMatch(glob -> glob.matches(name));
  }

  private static boolean isWithin(String name, String chosen) {
    return chosen.equals(".")
        || name.startsWith(chosen)
            && (name.length() == chosen.length() || name.charAt(chosen.length()) == '/');
  }

  private static PathMatcher glob(String text) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + text);
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no glob: " + malformed.getDescription(), malformed);
    }
  }
}
