package dev.countersign.inspect.sevenzip;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Joined;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A 7z may leave out how many members each of its blocks holds, which is then one (7zFormat.txt of
 * the LZMA SDK, "SubStreams Info"). 7-Zip reads that, Commons Compress does not; so what is left
 * out is put in, in a copy of the header.
 */
final class Substreams {
  private static final int START = 32;
  private static final int LARGEST = 1 << 24;
  private static final int MOST = 1 << 16;

  private static final int HEADER = 1;
  private static final int STREAMS = 4;
  private static final int PACKED = 6;
  private static final int BLOCKS = 7;
  private static final int SUBSTREAMS = 8;
  private static final int SIZES = 9;
  private static final int CHECKSUMS = 10;
  private static final int BLOCK = 11;
  private static final int BLOCK_SIZES = 12;

  private final Cursor cursor;

  private Substreams(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The archive with what is left out.
   *
   * @throws Broken if nothing is left out, or its header is compressed or broken
   */
  static Bytes putInto(Bytes archive) throws Broken, IOException {
    Cursor start = new Cursor(archive);
    start.skip(12);
    long offset = start.i64();
    long size = start.i64();
    start.need(Math.max(0, offset));
    start.seek(START + Math.max(0, offset));
    byte[] header = start.take(size, LARGEST);
    Substreams reader = new Substreams(new Cursor(Bytes.of(header)));
    int place = reader.leftOut();
    ByteBuffer whole = ByteBuffer.allocate(header.length + 2);
    whole.put(header, 0, place).put((byte) SUBSTREAMS).put((byte) 0);
    whole.put(header, place, header.length - place);
    return new Joined(
        new Joined(
            Bytes.of(start(archive.copy(0, START), archive.length() - START, whole.array())),
            archive.slice(START, archive.length())),
        Bytes.of(whole.array()));
  }

  private static byte[] start(byte[] old, long offset, byte[] header) {
    ByteBuffer start = ByteBuffer.wrap(old).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(12, offset).putLong(20, header.length).putInt(28, crc(header, 0, header.length));
    return start.putInt(8, crc(old, 12, 20)).array();
  }

  private static int crc(byte[] bytes, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, at, length);
    return (int) crc.getValue();
  }

  /** The place in the header where they should stand. */
  private int leftOut() throws Broken, IOException {
    expect(HEADER);
    expect(STREAMS);
    int next = cursor.u8();
    if (next == PACKED) {
      packed();
      next = cursor.u8();
    }
    if (next != BLOCKS) {
      throw new Broken(cursor.position(), "no blocks in the header");
    }
    blocks();
    if (cursor.peek() == SUBSTREAMS) {
      throw new Broken(cursor.position(), "nothing is left out of the header");
    }
    return (int) cursor.position();
  }

  private void packed() throws Broken, IOException {
    number();
    int streams = count();
    for (int next = cursor.u8(); next != 0; next = cursor.u8()) {
      if (next == SIZES) {
        numbers(streams);
      } else {
        checksums(next, streams);
      }
    }
  }

  private void blocks() throws Broken, IOException {
    expect(BLOCK);
    int blocks = count();
    expect(0);
    int outputs = 0;
    for (int i = 0; i < blocks; i++) {
      outputs += block();
    }
    expect(BLOCK_SIZES);
    numbers(outputs);
    for (int next = cursor.u8(); next != 0; next = cursor.u8()) {
      checksums(next, blocks);
    }
  }

  /** One block; how many streams come out of its coders. */
  private int block() throws Broken, IOException {
    int coders = count();
    int inputs = 0;
    int outputs = 0;
    for (int i = 0; i < coders; i++) {
      int flags = cursor.u8();
      cursor.skip(flags & 0xF);
      inputs += (flags & 0x10) != 0 ? count() : 1;
      outputs += (flags & 0x10) != 0 ? count() : 1;
      if ((flags & 0x20) != 0) {
        cursor.skip(number());
      }
    }
    int bound = Math.max(0, outputs - 1);
    numbers(2 * bound);
    int open = inputs - bound;
    numbers(open > 1 ? open : 0);
    return outputs;
  }

  private void checksums(int kind, int count) throws Broken, IOException {
    if (kind != CHECKSUMS || cursor.u8() == 0) {
      throw new Broken(cursor.position(), "checksums of some streams only");
    }
    cursor.skip(4L * count);
  }

  private void expect(int kind) throws Broken, IOException {
    long at = cursor.position();
    if (cursor.u8() != kind) {
      throw new Broken(at, "another part of the header than was expected");
    }
  }

  private void numbers(int count) throws Broken, IOException {
    for (int i = 0; i < count; i++) {
      number();
    }
  }

  private int count() throws Broken, IOException {
    long count = number();
    if (count < 0 || count > MOST) {
      throw new Broken(cursor.position(), "a count of %,d".formatted(count));
    }
    return (int) count;
  }

  /** As many bits as are set at the top of the first byte say how many bytes follow. */
  private long number() throws Broken, IOException {
    int first = cursor.u8();
    long value = 0;
    int mask = 0x80;
    for (int i = 0; i < 8; i++, mask >>>= 1) {
      if ((first & mask) == 0) {
        return value | (long) (first & mask - 1) << 8 * i;
      }
      value |= (long) cursor.u8() << 8 * i;
    }
    return value;
  }
}
