package dev.countersign.inspect.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes messages of protocol buffers field by field, the wrong ones too. */
public final class Proto {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A message with a whole number. */
  public Proto number(int field, long value) {
    return tag(field, Wire.VARINT).varint(value);
  }

  /** The same with a text. */
  public Proto text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with bytes. */
  public Proto bytes(int field, byte[] value) {
    return tag(field, Wire.BYTES).varint(value.length).raw(value);
  }

  /** The same with a message in it. */
  public Proto message(int field, Proto message) {
    return bytes(field, message.toBytes());
  }

  /** The same with numbers in one field. */
  public Proto packed(int field, long... values) {
    Proto packed = new Proto();
    for (long value : values) {
      packed.varint(value);
    }
    return bytes(field, packed.toBytes());
  }

  /** The same with four bytes. */
  public Proto fixed32(int field, float value) {
    return tag(field, Wire.FIXED32)
        .raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
  }

  /** The same with only the head of a field. */
  public Proto tag(int field, int type) {
    return varint((long) field << 3 | type);
  }

  /** The same with a number as such. */
  public Proto varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
    return this;
  }

  /** The same with bytes as such. */
  public Proto raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** What was written. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
