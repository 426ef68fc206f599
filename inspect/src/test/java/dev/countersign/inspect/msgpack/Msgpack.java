package dev.countersign.inspect.msgpack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes MessagePack value by value, the wrong values too. */
final class Msgpack {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Msgpack map(int pairs) {
    return raw(0x80 | pairs);
  }

  Msgpack list(int items) {
    return raw(0x90 | items);
  }

  Msgpack text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return raw(0xDA, bytes.length >> 8, bytes.length & 0xFF).bytes(bytes);
  }

  Msgpack whole(long value) {
    return raw(0xD3).bytes(ByteBuffer.allocate(8).putLong(value).array());
  }

  Msgpack binary(byte[] bytes) {
    return raw(0xC5, bytes.length >> 8, bytes.length & 0xFF).bytes(bytes);
  }

  Msgpack extension(int kind, Msgpack value) {
    byte[] bytes = value.toBytes();
    return raw(0xC8, bytes.length >> 8, bytes.length & 0xFF, kind).bytes(bytes);
  }

  /** An array as Flax writes it. */
  Msgpack array(String type, int data, long... shape) {
    Msgpack array = new Msgpack().list(3).list(shape.length);
    for (long dimension : shape) {
      array.whole(dimension);
    }
    return extension(1, array.text(type).binary(new byte[data]));
  }

  Msgpack raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  Msgpack bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
