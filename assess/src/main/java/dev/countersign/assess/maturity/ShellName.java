package dev.countersign.assess.maturity;

import java.util.regex.Pattern;

/** A path as a shell takes it for one word: people paste the commands that are suggested. */
final class ShellName {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");

  private ShellName() {}

  static String of(String path) {
    String word = path.startsWith("-") ? "./" + path : path;
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
