package dev.countersign.guard.prompt.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Words by which a disguised text is known: common ones, and those that attacks need. */
final class Cues {
  private static final List<String> WORDS =
      List.of(
          "the", "and", "you", "your", "ignore", "disregard", "forget", "previous", "prior",
          "above", "instruction", "instructions", "rules", "system", "prompt", "password", "secret",
          "print", "reveal", "output", "repeat", "tell", "send", "write", "with", "without", "must",
          "please", "this", "that", "what", "following", "restrictions", "pretend", "developer",
          "override", "bypass", "execute", "delete", "message");

  private static final Set<String> PLAIN = Set.copyOf(WORDS);
  private static final Map<Integer, Integer> ROTATED = by(Rot13::of);
  private static final Map<Integer, Integer> REVERSED = by(Cues::reversed);
  private static final int SHORTEST = 3;
  private static final int LONGEST = 12;

  private long rotated;
  private long reversed;

  private Cues() {}

  private static Map<Integer, Integer> by(UnaryOperator<String> how) {
    Map<Integer, Integer> places = new HashMap<>();
    for (String word : WORDS) {
      places.put(how.apply(word).hashCode(), WORDS.indexOf(word));
    }
    return places;
  }

  private static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }

  /** Whether a word, in small letters, is a cue as it stands. */
  static boolean plain(String word) {
    return PLAIN.contains(word);
  }

  /** Looks for the cues of a text, in one pass. */
  static Cues of(View view) {
    Cues cues = new Cues();
    int length = 0;
    int hash = 0;
    for (int i = 0; i < view.length(); i++) {
      int letter = view.at(i) | 0x20;
      if (letter >= 'a' && letter <= 'z') {
        hash = 31 * hash + letter;
        length++;
      } else {
        cues.word(hash, length);
        hash = 0;
        length = 0;
      }
    }
    cues.word(hash, length);
    return cues;
  }

  private void word(int hash, int length) {
    if (length >= SHORTEST && length <= LONGEST) {
      rotated |= bit(ROTATED.get(hash));
      reversed |= bit(REVERSED.get(hash));
    }
  }

  private static long bit(@org.jspecify.annotations.Nullable Integer place) {
    return place == null ? 0 : 1L << place;
  }

  /** How many different ones there are under an alphabet rotated by 13. */
  int rotated() {
    return Long.bitCount(rotated);
  }

  /** How many different ones there are when words are read from their end. */
  int reversed() {
    return Long.bitCount(reversed);
  }
}
