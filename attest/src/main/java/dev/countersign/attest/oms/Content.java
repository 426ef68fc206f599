package dev.countersign.attest.oms;

import java.io.IOException;

/** The verified content of a file, a block at a time. */
interface Content {
  /** Bytes of every block but the last. */
  int BLOCK = 1 << 20;

  /** The length of the file. */
  long bytes();

  /**
   * A block of bytes that nobody else can change.
   *
   * @throws ChangedModel if they are not those that were verified
   */
  byte[] block(int number) throws IOException;
}
