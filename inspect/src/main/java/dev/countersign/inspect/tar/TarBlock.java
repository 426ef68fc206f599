package dev.countersign.inspect.tar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One block of 512 bytes that may be a header. */
final class TarBlock {
  static final int SIZE = 512;

  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_END = 156;

  private final byte[] bytes;

  private TarBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A header at the start of these bytes, if its checksum is right. */
  static Optional<TarBlock> header(byte[] bytes) {
    if (bytes.length < SIZE || bytes[0] == 0 && zero(bytes)) {
      return Optional.empty();
    }
    TarBlock block = new TarBlock(bytes);
    long announced = block.number(CHECKSUM, 8);
    return announced > 0 && (announced == block.sum(0xFF) || announced == block.sum(-1))
        ? Optional.of(block)
        : Optional.empty();
  }

  /** Whether there are only zeros. */
  static boolean zero(byte[] bytes) {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** The sum of all bytes, the checksum's own as blanks; some old programs summed signed bytes. */
  private long sum(int mask) {
    long sum = 0;
    for (int at = 0; at < SIZE; at++) {
      sum += at >= CHECKSUM && at < CHECKSUM_END ? ' ' : mask < 0 ? bytes[at] : bytes[at] & mask;
    }
    return sum;
  }

  char type() {
    return (char) (bytes[CHECKSUM_END] & 0xFF);
  }

  long size() {
    return number(124, 12);
  }

  String link() {
    return text(157, 100);
  }

  /** Prefix and name; GNU's headers have other things where POSIX's have the prefix. */
  String name() {
    String name = text(0, 100);
    String prefix = text(257, 6).equals("ustar") && bytes[262] == 0 ? text(345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** Octal digits, or with the highest bit set a number of base 256; -1 where it is neither. */
  private long number(int at, int length) {
    if ((bytes[at] & 0x80) != 0) {
      return wide(at, length);
    }
    long number = 0;
    int end = at + length;
    int next = at;
    while (next < end && bytes[next] == ' ') {
      next++;
    }
    for (; next < end && bytes[next] >= '0' && bytes[next] <= '7'; next++) {
      number = number << 3 | bytes[next] - '0';
    }
    return next == end || bytes[next] == 0 || bytes[next] == ' ' ? number : -1;
  }

  private long wide(int at, int length) {
    long number = bytes[at] & 0x7F;
    for (int i = at + 1; i < at + length; i++) {
      if (number >>> 55 != 0) {
        return -1;
      }
      number = number << 8 | bytes[i] & 0xFF;
    }
    return number;
  }

  private String text(int at, int length) {
    int end = at;
    while (end < at + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }
}
