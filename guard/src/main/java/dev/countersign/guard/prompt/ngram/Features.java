package dev.countersign.guard.prompt.ngram;

/**
 * What the classifier looks at in each word: the word and what stood before it, with its neighbours
 * and across a gap; the n-grams of 3 to 5 characters in it; and the idea that it stands for, with
 * the ideas before it and how far off they were. Each is a place in one of three tables by a hash
 * (the hashing trick, Weinberger and others 2009); what falls together stays together.
 */
public final class Features {
  /** Places for words, their neighbours, and words beside ideas. */
  static final int WORD_BITS = 18;

  /** Places for n-grams of characters. */
  static final int CHAR_BITS = 18;

  /** Places for ideas and their sequences. */
  static final int IDEA_BITS = 15;

  /** Where the table of characters starts. */
  public static final int CHARS = 1 << WORD_BITS;

  /** Where the table of ideas starts. */
  public static final int IDEAS = CHARS + (1 << CHAR_BITS);

  /** How many places there are. */
  public static final int COUNT = IDEAS + (1 << IDEA_BITS);

  private static final int REACH = 10;
  private static final int MOST_IDEAS_BACK = 3;
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;
  private static final int EDGE = 1;

  /** What is done with each place that a word has. */
  public interface Sink {
    /** One place, from 0 to {@link #COUNT}, exclusively; the same one may come several times. */
    void add(int place);
  }

  private Features() {}

  /** Names the places of one word. */
  public static void of(Words words, int word, Sink sink) {
    neighbours(words, word, sink);
    characters(words, word, sink);
    if (words.ideas[word] != 0) {
      ideas(words, word, sink);
    }
  }

  private static void neighbours(Words words, int word, Sink sink) {
    long hash = words.hashes[word];
    sink.add(word(hash, 1));
    if (words.before[word] != 0) {
      sink.add(word(hash + words.before[word], 2));
    }
    if (word > 0) {
      long one = words.hashes[word - 1];
      sink.add(word(one * 3 + hash, 3));
      beside(words, word, sink);
      if (word > 1) {
        long two = words.hashes[word - 2];
        sink.add(word(two * 5 + hash, 4));
        sink.add(word((two * 3 + one) * 3 + hash, 5));
      }
    }
  }

  /** A word beside an idea: "ignore" and any word for what came before. */
  private static void beside(Words words, int word, Sink sink) {
    if (words.ideas[word] != 0) {
      sink.add(word(words.hashes[word - 1] + words.ideas[word], 6));
    }
    if (words.ideas[word - 1] != 0) {
      sink.add(word(words.hashes[word] + words.ideas[word - 1], 7));
    }
  }

  private static void characters(Words words, int word, Sink sink) {
    int[] units = words.units(word, EDGE);
    int last = words.tos[word] - words.froms[word] + 1;
    for (int start = 0; start <= last + 1 - SHORTEST_GRAM; start++) {
      long hash = units[start];
      int most = Math.min(last, start + LONGEST_GRAM - 1);
      for (int i = start + 1; i <= most; i++) {
        hash = Words.next(hash, units[i]);
        if (i - start >= SHORTEST_GRAM - 1) {
          sink.add(CHARS + place(hash, CHAR_BITS));
        }
      }
    }
  }

  private static void ideas(Words words, int word, Sink sink) {
    int idea = words.ideas[word];
    sink.add(idea(idea, 1));
    sink.add(idea(idea << 4 | words.before[word], 2));
    if (words.capitals[word]) {
      sink.add(idea(idea, 3));
    }
    int found = 0;
    int last = 0;
    int least = Math.max(0, word - REACH);
    for (int i = word - 1; i >= least && found < MOST_IDEAS_BACK; i--) {
      int other = words.ideas[i];
      if (other == 0) {
        continue;
      }
      sink.add(idea((other << 8 | idea) << 2 | far(word - i), 4));
      if (found > 0) {
        sink.add(idea((other << 8 | last) << 8 | idea, 5));
      }
      last = other;
      found++;
    }
  }

  private static int far(int words) {
    return words == 1 ? 0 : words <= 3 ? 1 : 2;
  }

  private static int word(long hash, int kind) {
    return place(Words.next(hash, kind), WORD_BITS);
  }

  private static int idea(int what, int kind) {
    return IDEAS + place(Words.next(Words.SEED + what, kind), IDEA_BITS);
  }

  private static int place(long hash, int bits) {
    long mixed = (hash ^ hash >>> 32) * Words.SEED;
    return (int) (mixed >>> 64 - bits);
  }
}
