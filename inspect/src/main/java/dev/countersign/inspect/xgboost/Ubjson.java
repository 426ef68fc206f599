package dev.countersign.inspect.xgboost;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Universal Binary JSON, draft 12, big-endian. Of very large arrays of numbers the values are
 * passed over.
 */
final class Ubjson {
  private static final int DEEPEST = 100;
  private static final int LONGEST = 1 << 20;
  private static final long MOST_ANNOUNCED = 1L << 36;
  private static final int MOST_NODES = 4_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Cursor in;
  private int nodes;

  private Ubjson(Bytes bytes) {
    this.in = new Cursor(bytes);
  }

  /**
   * Reads one value.
   *
   * @throws Broken if it is no UBJSON, nests too deep, or more follows
   */
  static JsonNode read(Bytes bytes) throws Broken, IOException {
    Ubjson reader = new Ubjson(bytes);
    JsonNode root = reader.value(reader.marker(), 0);
    if (reader.in.more()) {
      throw new Broken(reader.in.position(), "bytes after the end");
    }
    return root;
  }

  private int marker() throws Broken, IOException {
    int marker = in.u8();
    while (marker == 'N') {
      marker = in.u8();
    }
    return marker;
  }

  private JsonNode value(int marker, int depth) throws Broken, IOException {
    nodes++;
    if (depth > DEEPEST) {
      throw new Lie(in.position(), "values in values, deeper than %d".formatted(DEEPEST));
    }
    return switch (marker) {
      case 'Z' -> NODES.nullNode();
      case 'T' -> NODES.booleanNode(true);
      case 'F' -> NODES.booleanNode(false);
      case 'i', 'U', 'I', 'l', 'L' -> NODES.numberNode(integer(marker));
      case 'd' -> NODES.numberNode(Float.intBitsToFloat((int) in.u32Big()));
      case 'D' -> NODES.numberNode(Double.longBitsToDouble(in.i64Big()));
      case 'C' -> NODES.stringNode(String.valueOf((char) in.u8()));
      case 'S', 'H' -> NODES.stringNode(text());
      case '[' -> array(depth);
      case '{' -> object(depth);
      default ->
          throw new Broken(in.position() - 1, "0x%02x, which begins no value".formatted(marker));
    };
  }

  private long integer(int marker) throws Broken, IOException {
    return switch (marker) {
      case 'i' -> (byte) in.u8();
      case 'U' -> in.u8();
      case 'I' -> (short) in.u16Big();
      case 'l' -> (int) in.u32Big();
      case 'L' -> in.i64Big();
      default -> throw new Broken(in.position() - 1, "no whole number where one was expected");
    };
  }

  private String text() throws Broken, IOException {
    long length = integer(marker());
    if (length < 0 || length > in.remaining()) {
      throw Lie.orCut(in.position(), "bytes of text", length, in.remaining(), MOST_ANNOUNCED);
    }
    return in.utf8(length, LONGEST);
  }

  private ArrayNode array(int depth) throws Broken, IOException {
    ArrayNode items = NODES.arrayNode();
    int type = type();
    long count = count(type);
    if (type > 0 && size(type) > 0) {
      numbers(items, type, count);
      return items;
    }
    for (long i = 0; count < 0 ? !ends(']') : i < count; i++) {
      items.add(value(type > 0 ? type : marker(), depth + 1));
    }
    return items;
  }

  private void numbers(ArrayNode items, int type, long count) throws Broken, IOException {
    if (count > in.remaining()) {
      throw Lie.orCut(in.position(), "numbers", count, in.remaining(), MOST_ANNOUNCED);
    }
    in.need(count * size(type));
    if (nodes + count > MOST_NODES) {
      in.skip(count * size(type));
      return;
    }
    for (long i = 0; i < count; i++) {
      items.add(value(type, 0));
    }
  }

  private ObjectNode object(int depth) throws Broken, IOException {
    ObjectNode object = NODES.objectNode();
    int type = type();
    long count = count(type);
    for (long i = 0; count < 0 ? !ends('}') : i < count; i++) {
      String key = text();
      object.set(key, value(type > 0 ? type : marker(), depth + 1));
    }
    return object;
  }

  private int type() throws Broken, IOException {
    if (in.peek() != '$') {
      return 0;
    }
    in.u8();
    return in.u8();
  }

  private long count(int type) throws Broken, IOException {
    if (in.peek() != '#') {
      if (type > 0) {
        throw new Lie(in.position(), "a type without a count");
      }
      return -1;
    }
    in.u8();
    long count = integer(marker());
    if (count < 0
        || size(type) == 0 && count > in.remaining() && type != 'Z' && type != 'T' && type != 'F'
        || (type == 'Z' || type == 'T' || type == 'F') && count > in.length()) {
      throw Lie.orCut(in.position(), "values", count, in.remaining(), MOST_ANNOUNCED);
    }
    return count;
  }

  private boolean ends(int close) throws Broken, IOException {
    while (in.peek() == 'N') {
      in.u8();
    }
    if (in.peek() != close) {
      return false;
    }
    in.u8();
    return true;
  }

  private static int size(int type) {
    return switch (type) {
      case 'i', 'U', 'C' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      default -> 0;
    };
  }
}
