package dev.countersign.guard.tool.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of tools and arguments as words: {@code sendDirect_message} is send, direct, message. */
public final class Names {
  private static final int LONGEST = 200;

  private Names() {}

  /** The words of a name, in lower case. */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int length = Math.min(name.length(), LONGEST);
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (!Character.isLetterOrDigit(c) || hump) {
        end(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  /** Whether any of the words, or its singular, is in a set. */
  static boolean any(List<String> words, Set<String> among) {
    for (String word : words) {
      if (among.contains(word)
          || word.endsWith("s") && among.contains(word.substring(0, word.length() - 1))) {
        return true;
      }
    }
    return false;
  }
}
