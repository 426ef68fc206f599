package dev.countersign.runner.source;

import dev.countersign.watch.log.LineParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Some lines of one file in one piece. Used again and again: valid until it is filled anew. */
public final class Block {
  private static final int USUAL = 1 << 19;

  /**
   * A line that was passed over for its length.
   *
   * @param offset where it begins
   * @param length of it
   * @param head its first bytes
   */
  public record TooLong(long offset, long length, byte[] head) {}

  private byte[] bytes = new byte[USUAL];
  private int filled;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private long[] offsets = new long[1024];
  private int count;
  private final List<TooLong> tooLong = new ArrayList<>();
  private String name = "";
  private long read;
  private Optional<Mark> mark = Optional.empty();

  /** How many lines. */
  public int count() {
    return count;
  }

  /** What holds them. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a line begins in {@link #bytes}. */
  public int from(int line) {
    return from[line];
  }

  /** Where it ends. */
  public int to(int line) {
    return to[line];
  }

  /** Where it begins in the file. */
  public long offset(int line) {
    return offsets[line];
  }

  /** Lines that were passed over. */
  public List<TooLong> tooLong() {
    return tooLong;
  }

  /** The file, for people. */
  public String name() {
    return name;
  }

  /** How many bytes of the file were read for it, as they lie there. */
  public long read() {
    return read;
  }

  /** Up to where its file is read with it. */
  public Optional<Mark> mark() {
    return mark;
  }

  /** Forgets what is in it. */
  public void begin(String file) {
    name = file;
    filled = 0;
    count = 0;
    read = 0;
    tooLong.clear();
    mark = Optional.empty();
    if (bytes.length > USUAL) {
      bytes = new byte[USUAL];
    }
  }

  void mark(Mark after, long bytesRead) {
    mark = Optional.of(after);
    read = bytesRead;
  }

  int filled() {
    return filled;
  }

  int room() {
    return bytes.length - filled;
  }

  /** Makes room for the rest of a line; false where it is already longer than lines may be. */
  boolean grow() {
    if (bytes.length
        > (OtlpLines.isOne(bytes, 0, filled) ? OtlpLines.LONGEST : LineParser.LONGEST_LINE)) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, bytes.length * 2);
    return true;
  }

  void drop() {
    filled = 0;
  }

  int fill(InputStream in) throws IOException {
    int taken = in.read(bytes, filled, room());
    filled += Math.max(0, taken);
    return taken;
  }

  /** Puts bytes behind those that are there, and says where they begin. */
  int put(byte[] source, int start, int length) {
    while (room() < length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(source, start, bytes, filled, length);
    filled += length;
    return filled - length;
  }

  void line(int start, int end, long offset) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    from[count] = start;
    to[count] = end;
    offsets[count++] = offset;
  }

  void tooLong(TooLong line) {
    tooLong.add(line);
  }
}
