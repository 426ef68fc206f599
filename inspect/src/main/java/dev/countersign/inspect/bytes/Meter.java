package dev.countersign.inspect.bytes;

/** Takes note of bytes that were expanded. */
@FunctionalInterface
public interface Meter {
  /**
   * So many bytes more came out.
   *
   * @throws Broken where no more may come
   */
  void expand(long bytes) throws Broken;
}
