package dev.countersign.guard.prompt.text;

import dev.countersign.guard.text.UnseenCharacters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text that is spelt in characters that nobody sees: tag characters are ASCII plus U+E0000, and the
 * 256 variation selectors are bytes.
 */
final class Hidden {
  private static final int MOST_RUNS = 64;
  private static final int FEWEST_LETTERS = 4;

  private final List<View> runs = new ArrayList<>();
  private byte[] bytes = new byte[0];
  private int length;
  private int from;
  private int to;

  /** The byte that a tag or a selector spells. */
  static byte spells(int point) {
    if (UnseenCharacters.isTag(point)) {
      return (byte) (point - 0xE0000);
    }
    return (byte) (point >= 0xE0100 ? point - 0xE0100 + 16 : point - 0xFE00);
  }

  void add(int point, int start, int end) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2 + 64);
    }
    if (length == 0) {
      from = start;
    }
    to = end;
    bytes[length++] = spells(point);
  }

  /** What shows again: a run of hidden characters is over. */
  void over() {
    if (length > 1 && runs.size() < MOST_RUNS) {
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      if (text.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS) {
        runs.add(Raw.payload(text, from, to));
      }
    }
    length = 0;
  }

  /** The texts, each as one that stands where its hidden characters do. */
  List<View> runs() {
    return runs;
  }
}
