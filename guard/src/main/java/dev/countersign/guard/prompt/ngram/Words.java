package dev.countersign.guard.prompt.ngram;

import dev.countersign.guard.prompt.text.View;
import java.util.Arrays;

/**
 * The words of a view: what each is, by hash, where it stands, what stood before it, and which idea
 * it is. Runs longer than {@value #LONGEST} characters are several words; a character of a script
 * that is written without blanks is one.
 */
public final class Words {
  static final int LONGEST = 20;
  static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0xD6E8FEB86659FD93L;
  private static final int STEM = 3;
  private static final int RECENT = 256;
  private static final int NEAR = 24;

  /** What can stand before a word. */
  enum Before {
    BLANK,
    START,
    LINE,
    SENTENCE,
    COLON,
    QUOTE,
    BRACKET,
    MARKS,
    COMMA,
    OTHER
  }

  private static final Before[] BEFORE = Before.values();

  final View view;
  long[] hashes;
  int[] froms;
  int[] tos;
  byte[] before;
  byte[] ideas;
  boolean[] capitals;
  private final int[] recent = new int[RECENT];
  private boolean[] again;
  private int[] units = new int[LONGEST + 2];
  private int count;

  private Words(View view) {
    this.view = view;
    int expected = view.length() / 4 + 8;
    hashes = new long[expected];
    froms = new int[expected];
    tos = new int[expected];
    before = new byte[expected];
    ideas = new byte[expected];
    capitals = new boolean[expected];
    again = new boolean[expected];
  }

  /** Takes a view apart. */
  public static Words of(View view) {
    Words words = new Words(view);
    words.read(Ideas.shipped());
    return words;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** What a word counts: less where it was just said, so that tables and chants are not loud. */
  public double weight(int word) {
    return again[word] ? 0.3 : 1;
  }

  /** Where a word starts in the view. */
  public int from(int word) {
    return froms[word];
  }

  /** Where a word ends in the view, exclusively. */
  public int to(int word) {
    return tos[word];
  }

  static long next(long hash, int unit) {
    return (hash ^ unit) * PRIME;
  }

  static Before before(byte kind) {
    return BEFORE[kind];
  }

  private void read(Ideas known) {
    Before gap = Before.START;
    int i = 0;
    int length = view.length();
    while (i < length) {
      char unit = view.at(i);
      if (letter(unit)) {
        i = word(i, gap, known);
        gap = Before.BLANK;
      } else {
        gap = gap(gap, unit, i);
        i++;
      }
    }
  }

  private static boolean letter(char unit) {
    if (unit < 0x80) {
      int small = unit | 0x20;
      return small >= 'a' && small <= 'z' || unit >= '0' && unit <= '9';
    }
    return Character.isLetterOrDigit(unit);
  }

  private int word(int from, Before gap, Ideas known) {
    grow();
    long hash = SEED;
    byte idea = 0;
    boolean upper = true;
    int i = from;
    int letters = 0;
    while (i < view.length() && letters < LONGEST) {
      char unit = view.at(i);
      if (unit == '\'' || unit == '\u2019') {
        if (letters == 0 || i + 1 == view.length() || !letter(view.at(i + 1))) {
          break;
        }
        i++;
        continue;
      }
      if (!letter(unit) || letters > 0 && solitary(unit)) {
        break;
      }
      upper &= unit < 'a';
      hash = next(hash, small(unit));
      letters++;
      i++;
      if (letters >= STEM) {
        byte stem = known.start(hash);
        idea = stem == 0 ? idea : stem;
      }
      if (solitary(unit)) {
        break;
      }
    }
    byte whole = known.whole(hash);
    set(hash, from, i, gap, whole == 0 ? idea : whole, upper && letters > STEM);
    return i;
  }

  /**
   * The characters of a word in small letters, with an edge before and after; valid until asked
   * again.
   */
  int[] units(int word, int edge) {
    int from = froms[word];
    int length = tos[word] - from;
    units = units.length >= length + 2 ? units : new int[2 * length + 2];
    units[0] = edge;
    for (int i = 0; i < length; i++) {
      units[i + 1] = small(view.at(from + i));
    }
    units[length + 1] = edge;
    return units;
  }

  /** In small letters, and any digit as the same one: numbers are many and say little. */
  static int small(char unit) {
    if (unit < 0x80) {
      return unit <= '9' ? '0' : unit | 0x20;
    }
    return Character.toLowerCase(unit);
  }

  /** Chinese, Japanese and Korean ideographs and syllables, Thai and its neighbours. */
  private static boolean solitary(char unit) {
    return unit >= 0x2E80 && unit <= 0xD7FF || unit >= 0xE00 && unit <= 0x109F;
  }

  private void set(long hash, int from, int to, Before gap, byte idea, boolean upper) {
    hashes[count] = hash;
    froms[count] = from;
    tos[count] = to;
    before[count] = (byte) gap.ordinal();
    ideas[count] = idea;
    capitals[count] = upper;
    again[count] = again(hash);
    count++;
  }

  /** Whether this place of the table of recent words was met a moment ago. */
  private boolean again(long hash) {
    int slot = (int) (hash >>> 56);
    int last = recent[slot] - 1;
    recent[slot] = count + 1;
    return last >= 0 && count - last <= NEAR && hashes[last] == hash;
  }

  private void grow() {
    if (count == hashes.length) {
      int more = count * 2;
      hashes = Arrays.copyOf(hashes, more);
      froms = Arrays.copyOf(froms, more);
      tos = Arrays.copyOf(tos, more);
      before = Arrays.copyOf(before, more);
      ideas = Arrays.copyOf(ideas, more);
      capitals = Arrays.copyOf(capitals, more);
      again = Arrays.copyOf(again, more);
    }
  }

  /** What a gap between words is, once one more character of it is known: the strongest wins. */
  private static Before gap(Before so, char unit, int i) {
    Before here =
        switch (unit) {
          case ' ' -> Before.BLANK;
          case '\n' -> Before.LINE;
          case '.', '!', '?', '\u3002' -> Before.SENTENCE;
          case ':' -> Before.COLON;
          case '"', '\'', '`', '\u201C', '\u2018', '\u00AB' -> Before.QUOTE;
          case '<', '[', '{', '(', '|' -> Before.BRACKET;
          case '#', '*', '=', '-', '~', '>' -> Before.MARKS;
          case ',', ';' -> Before.COMMA;
          default -> Before.OTHER;
        };
    if (here == Before.BLANK || so == Before.START && i == 0) {
      return so == Before.START && here != Before.BLANK ? here : so;
    }
    return strength(here) >= strength(so) ? here : so;
  }

  private static int strength(Before gap) {
    return switch (gap) {
      case BLANK, START -> 0;
      case OTHER, COMMA -> 1;
      case QUOTE, SENTENCE, COLON -> 2;
      case LINE -> 3;
      case BRACKET, MARKS -> 4;
    };
  }
}
