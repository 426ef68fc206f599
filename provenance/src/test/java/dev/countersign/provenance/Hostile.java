package dev.countersign.provenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Damages what readers read, the same way for the same seed. */
public final class Hostile {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Hostile() {}

  /** A few bytes changed, taken out or doubled, or the end cut off. */
  public static byte[] bytes(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 ->
            bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
        case 2 ->
            bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  /** The same tree except for one value, which is one that nobody expects, or gone, or twice. */
  public static ObjectNode tree(ObjectNode original, Random random) {
    ObjectNode tree = original.deepCopy();
    List<JsonNode> inner = new ArrayList<>();
    collect(tree, inner);
    switch (inner.get(random.nextInt(inner.size()))) {
      case ObjectNode object when !object.isEmpty() -> {
        String key = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
        if (random.nextInt(4) == 0) {
          object.remove(key);
        } else {
          object.set(key, value(object.get(key), random));
        }
      }
      case ArrayNode array when !array.isEmpty() -> {
        int at = random.nextInt(array.size());
        if (random.nextBoolean()) {
          array.add(array.get(at).deepCopy());
        } else {
          array.set(at, value(array.get(at), random));
        }
      }
      case JsonNode empty -> tree.set("extra", empty.deepCopy());
    }
    return tree;
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainer()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }

  private static JsonNode value(JsonNode before, Random random) {
    List<JsonNode> values =
        List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(0),
            NODES.numberNode(1L << 62),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(1e300),
            NODES.stringNode(""),
            NODES.stringNode("../../etc/passwd"),
            NODES.stringNode("\uD800"),
            NODES.stringNode("x".repeat(5000)),
            NODES.stringNode("0".repeat(64)),
            NODES.stringNode("2026-02-30"),
            NODES.arrayNode(),
            NODES.arrayNode().add(before.deepCopy()),
            NODES.objectNode(),
            NODES.objectNode().set("@id", before.deepCopy()));
    return values.get(random.nextInt(values.size()));
  }

  private static byte[] joined(byte[] first, byte[] then) {
    byte[] all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }
}
