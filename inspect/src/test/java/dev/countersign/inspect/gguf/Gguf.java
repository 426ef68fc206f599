package dev.countersign.inspect.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes GGUF value by value, the wrong ones too. */
final class Gguf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int version;
  private final ByteOrder order;

  private Gguf(int version, ByteOrder order) {
    this.version = version;
    this.order = order;
  }

  static Gguf of(long tensors, long entries) {
    return of(3, ByteOrder.LITTLE_ENDIAN, tensors, entries);
  }

  static Gguf of(int version, ByteOrder order, long tensors, long entries) {
    Gguf gguf = new Gguf(version, order);
    gguf.out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    return gguf.u32(version).count(tensors).count(entries);
  }

  Gguf u32(long value) {
    out.writeBytes(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
    return this;
  }

  Gguf u64(long value) {
    out.writeBytes(ByteBuffer.allocate(8).order(order).putLong(value).array());
    return this;
  }

  Gguf u8(int value) {
    out.write(value);
    return this;
  }

  Gguf count(long value) {
    return version == 1 ? u32(value) : u64(value);
  }

  Gguf text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  Gguf entry(String key, String value) {
    return text(key).u32(8).text(value);
  }

  Gguf entry(String key, long value) {
    return text(key).u32(4).u32(value);
  }

  Gguf tensor(String name, int type, long offset, long... shape) {
    text(name).u32(shape.length);
    for (long dimension : shape) {
      count(dimension);
    }
    return u32(type).u64(offset);
  }

  /** The file with so many bytes of data after its alignment. */
  byte[] data(int bytes) {
    while (out.size() % 32 != 0) {
      out.write(0);
    }
    out.writeBytes(new byte[bytes]);
    return out.toByteArray();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
