package dev.countersign.runner.run;

/**
 * A line that is no event.
 *
 * @param file that it is in, for people
 * @param offset where it begins there, in bytes
 * @param length of it
 * @param reason in a word
 * @param at where in the line that was seen
 * @param what was wrong there
 * @param head its first bytes
 */
record Rejected(
    String file, long offset, long length, String reason, int at, String what, byte[] head) {
  /** So much of a line is kept. */
  static final int HEAD = 512;
}
