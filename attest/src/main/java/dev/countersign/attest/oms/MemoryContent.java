package dev.countersign.attest.oms;

import java.util.Arrays;

/** Content in memory: the very array that was hashed. */
record MemoryContent(byte[] all) implements Content {
  @Override
  public long bytes() {
    return all.length;
  }

  @Override
  public byte[] block(int number) {
    int from = number * BLOCK;
    return Arrays.copyOfRange(all, from, Math.min(from + BLOCK, all.length));
  }
}
