package dev.countersign.attest.json;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes, the same way for the same seed. */
public final class Mutation {
  private Mutation() {}

  /** A few bytes changed, doubled, taken out, or the end cut off. */
  public static byte[] of(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(16)), at);
      case 2 -> spliced(bytes, at, at, Math.max(0, at - random.nextInt(64)));
      default -> changed(bytes, at, (byte) random.nextInt(256));
    };
  }

  private static byte[] changed(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  /** Without the bytes from {@code from} to {@code to}, with those from {@code again} once more. */
  private static byte[] spliced(byte[] bytes, int from, int to, int again) {
    byte[] copy = Arrays.copyOfRange(bytes, again, from);
    byte[] result = new byte[from + copy.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(copy, 0, result, from, copy.length);
    System.arraycopy(bytes, to, result, from + copy.length, bytes.length - to);
    return result;
  }
}
