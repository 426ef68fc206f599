package dev.countersign.watch.agent;

import dev.countersign.watch.sketch.Hashes;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an agent usually calls its tools: which tool follows which, and how much it sends to each.
 *
 * <p>A tool is its number; {@link #START} is the beginning of a session, {@link #UNSEEN} every tool
 * that was not learnt.
 */
final class Usual {
  /** What comes before the first call of a session. */
  static final int START = 0;

  /** A tool that was not called while the baseline was learnt. */
  static final int UNSEEN = 1;

  /** The first number of a tool that was. */
  static final int FIRST = 2;

  /** Tools that are told apart, the most frequent ones. */
  static final int MOST_TOOLS = 250;

  private static final double LEAST_BYTES = 256;

  private final Map<Long, Integer> numbers;
  private final float[][] surprise;
  private final double[] bytes;

  private Usual(Map<Long, Integer> numbers, int[][] counts, double[] bytes) {
    this.numbers = numbers;
    this.surprise = new Bigrams(counts).surprise();
    this.bytes = bytes;
  }

  /** From settings as {@link #json} makes them; what is wrong in them is left out. */
  static Usual of(ObjectNode settings) {
    Map<Long, Integer> numbers = new HashMap<>();
    JsonNode tools = settings.path("tools");
    int size = FIRST + Math.min(MOST_TOOLS, tools.size());
    double[] bytes = new double[size];
    for (int i = FIRST; i < size; i++) {
      JsonNode tool = tools.get(i - FIRST);
      numbers.put(Hashes.of(tool.path("name").asString("")), i);
      bytes[i] = tool.path("bytes").asDouble(0);
    }
    int[][] counts = new int[size][size];
    for (JsonNode one : settings.path("follows")) {
      int before = one.path(0).asInt(-1);
      int after = one.path(1).asInt(-1);
      if (before >= 0 && before < size && after >= FIRST && after < size) {
        counts[before][after] = Math.max(0, one.path(2).asInt(0));
      }
    }
    return new Usual(numbers, counts, bytes);
  }

  /**
   * As settings.
   *
   * @param tools names, the first one is number {@link #FIRST}
   * @param counts how often a number followed another one, {@code [before][after]}
   * @param bytes that a client usually sends to a tool in a day, by number
   */
  static ObjectNode json(Iterable<String> tools, int[][] counts, double[] bytes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode names = json.putArray("tools");
    int number = FIRST;
    for (String tool : tools) {
      names.addObject().put("name", tool).put("bytes", bytes[number++]);
    }
    ArrayNode follows = json.putArray("follows");
    for (int before = 0; before < counts.length; before++) {
      for (int after = FIRST; after < counts.length; after++) {
        if (counts[before][after] > 0) {
          follows.addArray().add(before).add(after).add(counts[before][after]);
        }
      }
    }
    return json;
  }

  /** Whether anything was learnt. */
  boolean isLearnt() {
    return !numbers.isEmpty();
  }

  /** The number of a tool. */
  int number(long tool) {
    return numbers.getOrDefault(tool, UNSEEN);
  }

  /** Bytes that a client usually sends to a tool in a day; of an unseen one very few. */
  double bytes(int number) {
    return Math.max(LEAST_BYTES, number < bytes.length ? bytes[number] : 0);
  }

  /**
   * How surprising it is that one tool follows another, in units of the usual spread from the usual
   * middle.
   */
  double surprise(int before, int after) {
    return surprise[before][after];
  }
}
