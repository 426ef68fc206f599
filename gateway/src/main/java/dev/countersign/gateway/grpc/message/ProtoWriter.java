package dev.countersign.gateway.grpc.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one message of protobuf's wire format, for what the demo answers. */
final class ProtoWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtoWriter text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  ProtoWriter bytes(int field, byte[] value) {
    varint((field << 3) | ProtoReader.BYTES);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  ProtoWriter number(int field, int value) {
    varint(field << 3);
    varint(value);
    return this;
  }

  private void varint(int value) {
    int rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      bytes.write((rest & 0x7f) | 0x80);
    }
    bytes.write(rest);
  }

  byte[] message() {
    return bytes.toByteArray();
  }
}
