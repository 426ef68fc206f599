package dev.countersign.gateway.grpc.message;

import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The types of elements that the protocol has, and where and how messages hold them. */
enum Datatype {
  BOOL(1, 1),
  UINT8(4, 1),
  UINT16(4, 2),
  UINT32(4, 4),
  UINT64(5, 8),
  INT8(2, 1),
  INT16(2, 2),
  INT32(2, 4),
  INT64(3, 8),
  /** Only as raw bytes: the protocol has no field for it. */
  FP16(0, 2),
  /** Only as raw bytes: the protocol has no field for it. */
  BF16(0, 2),
  FP32(6, 4),
  FP64(7, 8),
  /** As raw bytes, each element comes after its length of four bytes. */
  BYTES(8, 0);

  private static final int BF16_SHIFT = 16;

  private final int field;
  private final int size;

  Datatype(int field, int size) {
    this.field = field;
    this.size = size;
  }

  static Optional<Datatype> of(String name) {
    for (Datatype one : values()) {
      if (one.name().equals(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** The field of {@code InferTensorContents} that holds its elements; 0 where there is none. */
  int field() {
    return field;
  }

  /** Bytes of a raw element; 0 where they have lengths of their own. */
  int size() {
    return size;
  }

  /** Whether a number of a varint is a value of it, that no server cuts off. */
  boolean holds(long value) {
    return switch (this) {
      case BOOL -> value == 0 || value == 1;
      case UINT8, UINT16, UINT32 -> value >= 0 && value < 1L << (size * Byte.SIZE);
      case INT8, INT16, INT32 -> {
        long beyond = 1L << (size * Byte.SIZE - 1);
        yield value >= -beyond && value < beyond;
      }
      default -> true;
    };
  }

  /**
   * An element.
   *
   * @param bits its number, or the bits of its floating-point number
   */
  JsonNode element(long bits) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (this) {
      case BOOL -> make.booleanNode(bits != 0);
      case UINT8, UINT16, UINT32, INT8, INT16, INT32, INT64 -> make.numberNode(bits);
      case UINT64 ->
          bits >= 0
              ? make.numberNode(bits)
              : make.numberNode(new BigInteger(Long.toUnsignedString(bits)));
      case FP16 -> make.numberNode(Float.float16ToFloat((short) bits));
      case BF16 -> make.numberNode(Float.intBitsToFloat((int) bits << BF16_SHIFT));
      case FP32 -> make.numberNode(Float.intBitsToFloat((int) bits));
      case FP64 -> make.numberNode(Double.longBitsToDouble(bits));
      case BYTES -> throw new IllegalStateException("texts have no bits");
    };
  }

  /** The number that raw bytes, read as an unsigned one, are. */
  long signed(long bits) {
    return switch (this) {
      case INT8 -> (byte) bits;
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      default -> bits;
    };
  }
}
