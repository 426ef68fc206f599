package dev.countersign.fit.prompt;

/**
 * A text to train or to measure with.
 *
 * @param text what it says
 * @param attack whether it orders a model about
 * @param source where it is from, for example {@code spikee}
 * @param group texts of one group share wording, and are on the same side of every split
 */
record Text(String text, boolean attack, String source, int group) {
  /** Longer texts are cut for training and measuring, to so many characters. */
  static final int MOST = 6000;

  Text {
    text = text.length() > MOST ? text.substring(0, MOST) : text;
  }
}
