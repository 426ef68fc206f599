package dev.countersign.inspect.bytes;

/** Bytes in memory. */
record ArrayBytes(byte[] array, int size) implements Bytes {
  @Override
  public long length() {
    return size;
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) {
    if (at >= size) {
      return 0;
    }
    int there = (int) Math.min(count, size - at);
    System.arraycopy(array, (int) at, into, offset, there);
    return there;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return size + " bytes in memory";
  }
}
