package dev.countersign.cli.provenance;

import dev.countersign.model.yaml.YamlFile;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as a person types them. */
public final class Shown {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  private Shown() {}

  /** Relative to the working folder where it is below it. */
  public static String path(Path path) {
    return YamlFile.shownName(path);
  }

  /** The same as one word of a shell, to be pasted: hostile names must not end the word. */
  public static String word(Path path) {
    String shown = path(path);
    String word = shown.startsWith("-") ? "./" + shown : shown;
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
