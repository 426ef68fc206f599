package dev.countersign.watch.log;

/** What texts have to be to be written down again. */
final class JsonText {
  private static final int LONGEST_NAME = 512;

  private JsonText() {}

  /** With U+FFFD in place of halves of surrogate pairs. */
  static String wellFormed(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isHighSurrogate(one)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(one)) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  /**
   * A name as far as states keep names: its first 512 characters. Whoever asks a model chooses some
   * of them, and one that is refused for its length would go unseen.
   */
  static String cut(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    boolean split = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
    return name.substring(0, split ? LONGEST_NAME - 1 : LONGEST_NAME);
  }
}
