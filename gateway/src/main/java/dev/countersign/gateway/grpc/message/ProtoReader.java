package dev.countersign.gateway.grpc.message;

import dev.countersign.gateway.wire.Malformed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one message of protobuf's wire format (protobuf.dev/programming-guides/encoding) field by
 * field. Stricter than parsers are: they take the last of two values, merge messages, skip what
 * they do not know and cut numbers off, not all in the same way. Here each of those is an error, so
 * that what was read is what any server reads.
 */
final class ProtoReader {
  /** A number of up to ten bytes. */
  static final int VARINT = 0;

  /** Eight bytes. */
  static final int FIXED64 = 1;

  /** A length and as many bytes: text, bytes, a message, packed numbers. */
  static final int BYTES = 2;

  /** Four bytes. */
  static final int FIXED32 = 5;

  private static final int TYPE_BITS = 3;
  private static final int MOST_FIELDS = 31;
  private static final int LAST_SHIFT = 63;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int type;
  private int seen;

  ProtoReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ProtoReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /**
   * Goes to the next field, if there is one.
   *
   * @throws Malformed if what is there is no field
   */
  boolean next() throws Malformed {
    if (at == end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> TYPE_BITS);
    type = (int) (tag & 7);
    if (tag >>> TYPE_BITS == 0 || tag >>> TYPE_BITS > MOST_FIELDS) {
      throw unknown();
    }
    return true;
  }

  /** The number of the field. */
  int field() {
    return field;
  }

  /** Whether the field's value is of this type. */
  boolean is(int expected) {
    return type == expected;
  }

  /** Whether all was read. */
  boolean isAtEnd() {
    return at == end;
  }

  /** What is said of a field that the protocol has not. */
  Malformed unknown() {
    return new Malformed("The message has a field that the protocol has not.");
  }

  /**
   * A text that may be there once.
   *
   * @throws Malformed if it is there twice, or is no UTF-8
   */
  String text() throws Malformed {
    once();
    Slice slice = slice();
    return text(slice);
  }

  /** A message that may be there once. */
  ProtoReader message() throws Malformed {
    once();
    return part();
  }

  /** One of several messages, or numbers that are packed. */
  ProtoReader part() throws Malformed {
    Slice slice = slice();
    return new ProtoReader(bytes, slice.from(), slice.to());
  }

  /** One of several sequences of bytes. */
  Slice slice() throws Malformed {
    require(BYTES);
    long length = varint();
    if (length < 0 || length > end - at) {
      throw cut();
    }
    int from = at;
    at += (int) length;
    return new Slice(from, at);
  }

  /**
   * Where bytes are.
   *
   * @param from the first
   * @param to the one after the last
   */
  record Slice(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private void once() throws Malformed {
    int bit = 1 << field;
    if ((seen & bit) != 0) {
      throw new Malformed("The message has a field twice that it may have once.");
    }
    seen |= bit;
  }

  /** A number, in the shortest form that it has. */
  long varint() throws Malformed {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      if (at == end) {
        throw cut();
      }
      int next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        boolean shortest = next != 0 || shift == 0;
        boolean fits = shift < LAST_SHIFT || next == 1;
        if (!shortest || !fits) {
          break;
        }
        return value;
      }
    }
    throw new Malformed("The message has a number that is longer than it has to be.");
  }

  /** The number that the field's value is. */
  long number() throws Malformed {
    require(VARINT);
    return varint();
  }

  /** The eight bytes that the field's value is. */
  long fixed() throws Malformed {
    require(FIXED64);
    return fixed64();
  }

  private void require(int expected) throws Malformed {
    if (type != expected) {
      throw unknown();
    }
  }

  /** Four bytes as they are. */
  int fixed32() throws Malformed {
    return buffer(Integer.BYTES).getInt();
  }

  /** Eight bytes as they are. */
  long fixed64() throws Malformed {
    return buffer(Long.BYTES).getLong();
  }

  private ByteBuffer buffer(int length) throws Malformed {
    if (length > end - at) {
      throw cut();
    }
    at += length;
    return ByteBuffer.wrap(bytes, at - length, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Malformed cut() {
    return new Malformed("The message ends before what it says that it holds.");
  }

  private String text(Slice slice) throws Malformed {
    return text(bytes, slice.from(), slice.length());
  }

  /**
   * Bytes as text.
   *
   * @throws Malformed if they are no UTF-8: a server could read them otherwise
   */
  static String text(byte[] bytes, int from, int length) throws Malformed {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException wrong) {
      throw new Malformed("The message has a text that is no UTF-8.");
    }
  }
}
