package dev.countersign.watch.campaign;

import dev.countersign.watch.sketch.Hashes;
import java.util.Arrays;

/**
 * What the passages of a text are like, as keys: two passages that share many sequences of three
 * words are likely to share a key.
 *
 * <p>A passage is {@value #WINDOW} such sequences, and each begins {@value #STRIDE} after the one
 * before. Of a passage {@value #ROWS} minima over seeded hashes (MinHash, Broder 1997) make one
 * key, {@value #BANDS} times (Indyk and Motwani 1998). Two passages of which a share J of all
 * sequences is in both have at least one key in common with a probability of {@code 1-(1-J³)⁴}:
 * 0.98 at J = 0.85, 0.41 at 0.5, 0.004 at 0.1.
 *
 * <p>One thread at a time may use it.
 */
final class Passages {
  /** Keys of a text: of more those with the smallest hashes, which are the same in other texts. */
  static final int MOST_KEYS = 256;

  /** A text with fewer sequences of three words says nothing: greetings, yes and no. */
  static final int SHORTEST = 6;

  private static final int BANDS = 4;
  private static final int ROWS = 3;
  private static final int STRIDE = 12;
  private static final int WINDOW = 2 * STRIDE;
  private static final long[] SEEDS = seeds();

  private final Words words = new Words();
  private int[] before = new int[BANDS * ROWS];
  private int[] now = new int[BANDS * ROWS];
  private long[] keys = new long[MOST_KEYS];
  private int count;
  private long whole;

  private static long[] seeds() {
    long[] seeds = new long[BANDS * ROWS];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = Hashes.mix(0x636F756E74657273L + i) | 1;
    }
    return seeds;
  }

  /** Reads a text in place of the one before. */
  void read(String text) {
    count = 0;
    whole = 0;
    words.read(text);
    int sequences = words.count() - 2;
    if (sequences < SHORTEST) {
      return;
    }
    for (int from = 0; from < sequences; from += STRIDE) {
      minima(from, Math.min(sequences, from + STRIDE));
      if (from > 0 || sequences <= STRIDE) {
        window(from > 0);
      }
      int[] swap = before;
      before = now;
      now = swap;
    }
    shorten();
  }

  private void minima(int from, int to) {
    Arrays.fill(now, Integer.MAX_VALUE);
    for (int i = from; i < to; i++) {
      long sequence = sequence(i);
      whole = whole * 31 + sequence;
      for (int row = 0; row < SEEDS.length; row++) {
        int hash = (int) ((sequence * SEEDS[row]) >>> 33);
        now[row] = Math.min(now[row], hash);
      }
    }
  }

  private long sequence(int at) {
    return Hashes.mix(
        words.hash(at) + 3 * words.hash(at + 1) + 0x9E3779B97F4A7C15L * words.hash(at + 2));
  }

  private void window(boolean both) {
    if (count + BANDS > keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    for (int band = 0; band < BANDS; band++) {
      long key = band;
      for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
        key = Hashes.mix(key + (both ? Math.min(now[row], before[row]) : now[row]));
      }
      keys[count++] = key;
    }
  }

  private void shorten() {
    if (count > MOST_KEYS) {
      Arrays.sort(keys, 0, count);
      count = MOST_KEYS;
    }
  }

  /** How many keys. */
  int count() {
    return count;
  }

  /** A key. */
  long key(int index) {
    return keys[index];
  }

  /** A hash of all words of the text. */
  long whole() {
    return Hashes.mix(whole);
  }
}
