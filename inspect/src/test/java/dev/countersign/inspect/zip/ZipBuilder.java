package dev.countersign.inspect.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds zips byte by byte, also those that no program writes. */
final class ZipBuilder {
  /** What one of the two headers of a member says. */
  static final class Header {
    int version = 20;
    int flags;
    int method;
    long crc;
    long compressed;
    long size;
    byte[] name = {};
    byte[] extra = {};
    int madeBy = 3;
    long attributes = 0100644L << 16;
    long place = -1;
  }

  private record Placed(Header central, long place) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Placed> placed = new ArrayList<>();
  private byte[] comment = {};
  private byte[] beforeEnd = {};
  private int countOff;
  private long offsetOff;

  /** Bytes that belong to no member. */
  ZipBuilder raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ZipBuilder stored(String name, byte[] content) {
    return member(name, content, 0, _ -> {}, _ -> {});
  }

  ZipBuilder deflated(String name, byte[] content) {
    return member(name, content, 8, _ -> {}, _ -> {});
  }

  /** A member whose headers are changed after they were made right. */
  ZipBuilder member(
      String name, byte[] content, int method, Consumer<Header> central, Consumer<Header> local) {
    byte[] packed = method == 8 ? deflate(content) : content;
    Header before = header(name, content, packed, method);
    Header listed = header(name, content, packed, method);
    local.accept(before);
    central.accept(listed);
    placed.add(new Placed(listed, listed.place >= 0 ? listed.place : out.size()));
    local(before);
    return raw(packed);
  }

  /** A member that the central directory does not name. */
  ZipBuilder hidden(String name, byte[] content) {
    local(header(name, content, content, 0));
    return raw(content);
  }

  ZipBuilder comment(byte[] text) {
    comment = text;
    return this;
  }

  ZipBuilder countOff(int by) {
    countOff = by;
    return this;
  }

  ZipBuilder offsetOff(long by) {
    offsetOff = by;
    return this;
  }

  ZipBuilder beforeEnd(byte[] bytes) {
    beforeEnd = bytes;
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] build() {
    int start = out.size();
    placed.forEach(this::central);
    int size = out.size() - start;
    raw(beforeEnd);
    int count = placed.size() + countOff;
    ByteBuffer end = bytes(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) count).putShort((short) count).putInt(size);
    end.putInt((int) (start + offsetOff)).putShort((short) comment.length);
    return raw(end.array()).raw(comment).out.toByteArray();
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] step = new byte[1 << 14];
    while (!deflater.finished()) {
      packed.write(step, 0, deflater.deflate(step));
    }
    deflater.end();
    return packed.toByteArray();
  }

  static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Header header(String name, byte[] content, byte[] packed, int method) {
    CRC32 crc = new CRC32();
    crc.update(content);
    Header header = new Header();
    header.method = method;
    header.crc = crc.getValue();
    header.compressed = packed.length;
    header.size = content.length;
    header.name = name.getBytes(UTF_8);
    header.flags = name.chars().allMatch(one -> one < 128) ? 0 : 0x800;
    return header;
  }

  private void local(Header header) {
    ByteBuffer bytes = bytes(30).putInt(0x04034b50);
    common(bytes, header);
    raw(bytes.array()).raw(header.name).raw(header.extra);
  }

  private void central(Placed member) {
    Header header = member.central();
    ByteBuffer bytes = bytes(46).putInt(0x02014b50).put((byte) 63).put((byte) header.madeBy);
    common(bytes, header);
    bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    bytes.putInt((int) header.attributes).putInt((int) member.place());
    raw(bytes.array()).raw(header.name).raw(header.extra);
  }

  private static void common(ByteBuffer bytes, Header header) {
    bytes.putShort((short) header.version).putShort((short) header.flags);
    bytes.putShort((short) header.method).putInt(0).putInt((int) header.crc);
    bytes.putInt((int) header.compressed).putInt((int) header.size);
    bytes.putShort((short) header.name.length).putShort((short) header.extra.length);
  }
}
