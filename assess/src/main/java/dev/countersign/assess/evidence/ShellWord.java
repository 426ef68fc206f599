package dev.countersign.assess.evidence;

import java.util.regex.Pattern;

/**
 * A file's name as a shell takes it for one word. People paste the commands that findings suggest,
 * so a hostile name must neither end the word nor pass for an option.
 */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  private ShellWord() {}

  /** The word. */
  public static String of(String name) {
    String word = name.startsWith("-") ? "./" + name : name;
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
