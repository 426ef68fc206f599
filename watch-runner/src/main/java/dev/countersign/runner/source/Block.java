package dev.countersign.runner.source;

import dev.countersign.watch.log.LineParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some lines of a log in one piece. Used again and again: valid until it is filled anew. */
public final class Block {
  /** So much of a line that is passed over is kept. */
  static final int HEAD = 512;

  private static final int USUAL = 1 << 19;
  private static final int MOST_LINES = 4096;

  /**
   * A line that was passed over for its length.
   *
   * @param file that it is in, for people
   * @param offset where it begins
   * @param length of it
   * @param head its first bytes
   */
  public record TooLong(String file, long offset, long length, byte[] head) {}

  private record Stretch(String file, int firstLine) {}

  private byte[] bytes = new byte[USUAL];
  private int filled;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private long[] offsets = new long[1024];
  private int count;
  private final List<TooLong> tooLong = new ArrayList<>();
  private final List<Stretch> files = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private long read;

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

  /** The file that its last lines are of, for people. */
  public String name() {
    return files.getLast().file();
  }

  /** The file that a line is of, for people. */
  public String name(int line) {
    int at = 0;
    int after = files.size();
    while (after - at > 1) {
      int middle = (at + after) >>> 1;
      if (files.get(middle).firstLine() > line) {
        after = middle;
      } else {
        at = middle;
      }
    }
    return files.get(at).file();
  }

  /** How many bytes were read for it, as they lie in files. */
  public long read() {
    return read;
  }

  /** Up to where files are read with it. */
  public List<Mark> marks() {
    return marks;
  }

  /** Forgets what is in it. What comes now is of a file. */
  public void begin(String file) {
    files.clear();
    filled = 0;
    count = 0;
    read = 0;
    tooLong.clear();
    marks.clear();
    goOn(file);
    if (bytes.length > USUAL) {
      bytes = new byte[USUAL];
    }
  }

  /** What comes now is of another file. */
  public void goOn(String file) {
    files.add(new Stretch(file, count));
  }

  /** A file is read up to here, and that took so many more bytes of it. */
  public void mark(Mark after, long bytesRead) {
    marks.add(after);
    read += bytesRead;
  }

  /** Adds a line that lies elsewhere, or passes it over where it is longer than lines may be. */
  public void add(byte[] line, long offset) {
    if (isTooLong(line, 0, line.length)) {
      tooLong(offset, line.length, Arrays.copyOf(line, HEAD));
      return;
    }
    int from = put(line, 0, line.length);
    line(from, filled, offset);
  }

  /** Whether a line is longer than lines may be; those of OTLP hold many records. */
  static boolean isTooLong(byte[] bytes, int from, int to) {
    return to - from > LineParser.LONGEST_LINE && !OtlpLines.isOne(bytes, from, to);
  }

  /** Whether it has as much as is worth a piece. */
  public boolean isFull() {
    return filled >= USUAL || count + tooLong.size() >= MOST_LINES;
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

  void tooLong(long offset, long length, byte[] head) {
    tooLong.add(new TooLong(name(), offset, length, head));
  }
}
