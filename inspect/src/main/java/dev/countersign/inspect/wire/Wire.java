package dev.countersign.inspect.wire;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Walks through the fields of one message of protocol buffers, without its schema. What is not
 * asked for is passed over by a jump. A message in it shares its place: read it before the next
 * field of the outer one. For one thread.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
public final class Wire {
  /** A whole number of at most 64 bits. */
  public static final int VARINT = 0;

  /** Eight bytes. */
  public static final int FIXED64 = 1;

  /** Bytes with their length: text, a message, packed numbers. */
  public static final int BYTES = 2;

  /** Four bytes. */
  public static final int FIXED32 = 5;

  /** How deep messages nest: more than any model needs, and less than any stack holds. */
  public static final int DEEPEST = 64;

  /** The largest message that the encoding allows, in bytes. */
  private static final long LARGEST = Integer.MAX_VALUE;

  private static final int GROUP = 3;
  private static final int END_GROUP = 4;

  private final Cursor in;
  private final long end;
  private final int depth;
  private long after;
  private int field;
  private int type;
  private long value;

  private Wire(Cursor in, long end, int depth) {
    this.in = in;
    this.end = end;
    this.depth = depth;
    this.after = in.position();
  }

  /** Walks through a message that is all there is. */
  public static Wire of(Bytes bytes) {
    return new Wire(new Cursor(bytes), bytes.length(), 0);
  }

  /**
   * Goes to the next field, wherever in this one anybody stopped reading.
   *
   * @return whether there is one
   * @throws Broken if what stands there is no field, or ends after its message
   */
  public boolean next() throws Broken, IOException {
    in.seek(after);
    if (after >= end) {
      return false;
    }
    long tag = varint(end);
    type = (int) (tag & 7);
    field = (int) (tag >>> 3);
    if (field <= 0 || tag >>> 32 != 0) {
      throw new Broken(after, "field %d, and fields count from 1".formatted(tag >>> 3));
    }
    read();
    return true;
  }

  /** The number of the field. */
  public int field() {
    return field;
  }

  /**
   * How the field is written: {@link #VARINT}, {@link #FIXED64}, {@link #BYTES}, {@link #FIXED32}.
   */
  public int type() {
    return type;
  }

  /** Whether it is this field, written as bytes with their length. */
  public boolean holds(int number) {
    return field == number && type == BYTES;
  }

  /** The number in the field; for bytes, how many they are. */
  public long value() {
    return value;
  }

  /** Where what the field holds begins, from 0 in the outermost bytes. */
  public long at() {
    return after - (type == BYTES ? value : 0);
  }

  /** The message in the field. */
  public Wire message() throws Broken {
    if (type != BYTES) {
      throw new Broken(in.position(), "field %d holds no message".formatted(field));
    }
    if (depth == DEEPEST) {
      throw new Broken(in.position(), "messages nest deeper than %d".formatted(DEEPEST));
    }
    in.seek(after - value);
    return new Wire(in, after, depth + 1);
  }

  /** The bytes in the field, at their place; none where it holds a number. */
  public Bytes bytes() throws Broken {
    if (type != BYTES) {
      return Bytes.of(new byte[0]);
    }
    in.seek(after - value);
    return in.slice(value);
  }

  /** The field as text of UTF-8, at most so many bytes of it; empty where it holds a number. */
  public String text(int most) throws Broken, IOException {
    if (type != BYTES) {
      return "";
    }
    in.seek(after - value);
    int length = (int) Math.min(value, most);
    return new String(in.take(length, most), StandardCharsets.UTF_8);
  }

  /**
   * Hands on every number of a repeated field of varints, whether it is packed or not.
   *
   * @throws Broken if a packed number ends after the field
   */
  public void numbers(LongConsumer taker) throws Broken, IOException {
    if (type != BYTES) {
      taker.accept(value);
      return;
    }
    in.seek(after - value);
    while (in.position() < after) {
      taker.accept(varint(after));
    }
  }

  private void read() throws Broken, IOException {
    switch (type) {
      case VARINT -> value = varint(end);
      case FIXED64 -> value = in.i64();
      case FIXED32 -> value = in.u32();
      case BYTES -> passBytes();
      case GROUP -> passGroup(field, depth + 1);
      default -> throw new Broken(after, "a field of type %d, which there is not".formatted(type));
    }
    if (in.position() > end) {
      throw new Broken(after, "field %d ends after the message that it is in".formatted(field));
    }
    after = in.position();
  }

  private void passBytes() throws Broken, IOException {
    value = varint(end);
    if (value < 0 || value > end - in.position()) {
      throw Lie.orCut(after, "bytes of field " + field, value, end - in.position(), LARGEST);
    }
    in.seek(in.position() + value);
  }

  private void passGroup(int opened, int level) throws Broken, IOException {
    if (level > DEEPEST) {
      throw new Broken(in.position(), "groups nest deeper than %d".formatted(DEEPEST));
    }
    while (in.position() < end) {
      long tag = varint(end);
      int inner = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> varint(end);
        case FIXED64 -> in.skip(8);
        case FIXED32 -> in.skip(4);
        case BYTES -> in.skip(varint(end));
        case GROUP -> passGroup(inner, level + 1);
        case END_GROUP -> {
          if (inner == opened) {
            return;
          }
          throw new Broken(in.position(), "group %d ends as %d".formatted(opened, inner));
        }
        default -> throw new Broken(in.position(), "a field of a type that there is not");
      }
    }
    throw new Broken(in.position(), "group %d does not end".formatted(opened));
  }

  private long varint(long limit) throws Broken, IOException {
    long from = in.position();
    long read = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = in.u8();
      read |= shift < 64 ? (long) (next & 0x7F) << shift : 0;
      if (next < 0x80) {
        if (in.position() > limit) {
          throw new Broken(from, "a number that ends after the message that it is in");
        }
        return read;
      }
    }
    throw new Broken(from, "a number of more than ten bytes");
  }
}
