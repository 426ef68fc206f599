package dev.countersign.guard.prompt.text;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Words by which a disguised text is known: common ones, and those that attacks need. */
final class Cues {
  private static final List<String> WORDS =
      List.of(
          "the",
          "and",
          "you",
          "your",
          "ignore",
          "disregard",
          "forget",
          "previous",
          "prior",
          "above",
          "instruction",
          "instructions",
          "rules",
          "system",
          "prompt",
          "password",
          "secret",
          "print",
          "reveal",
          "output",
          "repeat",
          "tell",
          "send",
          "write",
          "with",
          "without",
          "must",
          "please",
          "this",
          "that",
          "what",
          "following",
          "restrictions",
          "pretend",
          "developer",
          "override",
          "bypass",
          "execute",
          "delete",
          "message");

  private static final Set<String> PLAIN = Set.copyOf(WORDS);
  private static final Table ROTATED = new Table(Rot13::of);
  private static final Table REVERSED = new Table(Cues::reversed);
  private static final int SHORTEST = 3;
  private static final int LONGEST = 12;

  private long rotated;
  private long reversed;

  private Cues() {}

  /** Which word has which hash, without a box around either. */
  private static final class Table {
    private static final int SLOTS = 256;

    private final int[] hashes = new int[SLOTS];
    private final long[] bits = new long[SLOTS];

    Table(UnaryOperator<String> how) {
      for (int i = 0; i < WORDS.size(); i++) {
        int hash = how.apply(WORDS.get(i)).hashCode();
        int slot = slot(hash);
        hashes[slot] = hash;
        bits[slot] = 1L << i;
      }
    }

    private int slot(int hash) {
      int slot = hash * 0x9E3779B9 >>> 24;
      while (bits[slot] != 0 && hashes[slot] != hash) {
        slot = slot + 1 & SLOTS - 1;
      }
      return slot;
    }

    long bit(int hash) {
      return bits[slot(hash)];
    }
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
      rotated |= ROTATED.bit(hash);
      reversed |= REVERSED.bit(hash);
    }
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
