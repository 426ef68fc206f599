package dev.countersign.gateway.grpc.message;

import dev.countersign.gateway.wire.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The elements of one tensor in either of the two forms that messages have for them. */
final class Contents {
  /** So many texts a tensor may have; each is an object here. */
  static final int MOST_TEXTS = 1 << 16;

  private final byte[] bytes;
  private final Datatype type;

  Contents(byte[] bytes, Datatype type) {
    this.bytes = bytes;
    this.type = type;
  }

  /**
   * From a message {@code InferTensorContents}.
   *
   * @throws Malformed if it holds others than those of the type, or values that the type has not
   */
  List<JsonNode> typed(ProtoReader contents) throws Malformed {
    return type == Datatype.BYTES ? texts(contents) : numbers(contents);
  }

  private List<JsonNode> texts(ProtoReader contents) throws Malformed {
    List<JsonNode> texts = new ArrayList<>();
    while (contents.next()) {
      require(contents.field() == type.field());
      ProtoReader.Slice one = contents.slice();
      add(texts, one.from(), one.length());
    }
    return texts;
  }

  private List<JsonNode> numbers(ProtoReader contents) throws Malformed {
    Numbers numbers = new Numbers();
    while (contents.next()) {
      require(contents.field() == type.field());
      // Parsers take packed numbers, single ones, and both after one another, all the same.
      if (contents.is(ProtoReader.BYTES)) {
        ProtoReader packed = contents.part();
        while (!packed.isAtEnd()) {
          numbers.add(number(packed));
        }
      } else {
        require(contents.is(wireType()));
        numbers.add(number(contents));
      }
    }
    long[] all = numbers.all;
    return new Elements(type, numbers.count, index -> all[index]);
  }

  private static final class Numbers {
    private long[] all = new long[16];
    private int count;

    void add(long number) {
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count++] = number;
    }
  }

  private int wireType() {
    return switch (type) {
      case FP32 -> ProtoReader.FIXED32;
      case FP64 -> ProtoReader.FIXED64;
      default -> ProtoReader.VARINT;
    };
  }

  private long number(ProtoReader from) throws Malformed {
    long number =
        switch (type) {
          case FP32 -> from.fixed32();
          case FP64 -> from.fixed64();
          default -> from.varint();
        };
    if (!type.holds(number)) {
      throw new Malformed("A tensor has an element that its datatype cannot hold.");
    }
    return number;
  }

  private static void require(boolean ofTheType) throws Malformed {
    if (!ofTheType) {
      throw new Malformed("A tensor has contents of another datatype than it says.");
    }
  }

  /**
   * From {@code raw_input_contents}: one after the other, the lowest byte first.
   *
   * @throws Malformed if the bytes do not come out even
   */
  List<JsonNode> raw(ProtoReader.Slice slice) throws Malformed {
    if (type == Datatype.BYTES) {
      return rawTexts(slice);
    }
    if (slice.length() % type.size() != 0) {
      throw lying();
    }
    if (type == Datatype.BOOL) {
      requireBooleans(slice);
    }
    return new Elements(
        type,
        slice.length() / type.size(),
        index -> type.signed(bits(slice.from() + index * type.size(), type.size())));
  }

  /** A server may take 2 for true, or its lowest bit. */
  private void requireBooleans(ProtoReader.Slice slice) throws Malformed {
    for (int i = slice.from(); i < slice.to(); i++) {
      if (bytes[i] != 0 && bytes[i] != 1) {
        throw new Malformed("A tensor has an element that its datatype cannot hold.");
      }
    }
  }

  private List<JsonNode> rawTexts(ProtoReader.Slice slice) throws Malformed {
    List<JsonNode> texts = new ArrayList<>();
    int at = slice.from();
    while (at < slice.to()) {
      if (slice.to() - at < Integer.BYTES) {
        throw lying();
      }
      long length = bits(at, Integer.BYTES);
      at += Integer.BYTES;
      if (length > slice.to() - at) {
        throw lying();
      }
      add(texts, at, (int) length);
      at += (int) length;
    }
    return texts;
  }

  private void add(List<JsonNode> texts, int from, int length) throws Malformed {
    if (texts.size() == MOST_TEXTS) {
      throw new Malformed("A tensor has more than %,d texts.".formatted(MOST_TEXTS));
    }
    texts.add(JsonNodeFactory.instance.stringNode(ProtoReader.text(bytes, from, length)));
  }

  private static Malformed lying() {
    return new Malformed("The raw contents of a tensor are not as long as its elements are.");
  }

  private long bits(int from, int size) {
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = (bits << Byte.SIZE) | (bytes[from + i] & 0xff);
    }
    return bits;
  }
}
