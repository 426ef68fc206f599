package dev.countersign.guard.text;

/**
 * Characters that nobody sees and that can spell a text (Unicode 17, blocks Tags and Variation
 * Selectors).
 */
public final class UnseenCharacters {
  private UnseenCharacters() {}

  /** Whether it is a tag: ASCII plus U+E0000. */
  public static boolean isTag(int point) {
    return point >= 0xE0000 && point <= 0xE007F;
  }

  /** Whether it selects a variant of the character before it; there are 256. */
  public static boolean isSelector(int point) {
    return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
  }
}
