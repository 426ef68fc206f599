package dev.countersign.inspect.bytes;

import java.io.IOException;

/**
 * Two parts, one behind the other.
 *
 * @param first what comes first
 * @param second what comes behind it
 */
public record Joined(Bytes first, Bytes second) implements Bytes {
  @Override
  public long length() {
    return first.length() + second.length();
  }

  @Override
  public int read(long at, byte[] into, int offset, int count) throws IOException {
    long left = first.length() - at;
    int before = left <= 0 ? 0 : first.read(at, into, offset, (int) Math.min(count, left));
    if (before == count || left > 0 && before < left) {
      return before;
    }
    long behind = Math.max(0, at - first.length());
    return before + second.read(behind, into, offset + before, count - before);
  }
}
