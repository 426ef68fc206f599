package dev.countersign.inspect.pickle;

/**
 * How a reader treats an opcode that begins in a frame and ends after it. No writer makes such a
 * pickle. The reader in C that is given a file fetches a frame whole; where the rest of it is too
 * short for what is read next, it leaves that rest out and reads on after the frame ({@code
 * _Unpickler_ReadImpl} and {@code _Unpickler_Readline} in {@code Modules/_pickle.c}).
 */
enum Frames {
  /**
   * The bytes follow each other: the reader in C that is given bytes, and short frames of a file.
   */
  JOINED(Long.MAX_VALUE, false),
  /** The rest of a frame is left out: the reader in C that is given something like a file. */
  CUT(0, false),
  /** The same where bytes were read as strings are: CPython before 3.8. */
  CUT_ALL(0, true),
  /**
   * The rest of long frames is left out: files opened as usual, of which short ones are buffered.
   */
  CUT_LONG(8192, false),
  /** The same where bytes were read as strings are. */
  CUT_LONG_ALL(8192, true);

  private final long longest;
  private final boolean bytesToo;

  Frames(long longest, boolean bytesToo) {
    this.longest = longest;
    this.bytesToo = bytesToo;
  }

  /** Whether the rest of a frame of that length is left out. */
  boolean cuts(long frame) {
    return frame > longest;
  }

  /** Whether that is so for bytes, too. */
  boolean cutsBytes() {
    return bytesToo;
  }
}
