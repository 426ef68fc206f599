package dev.countersign.watch.evasion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far apart the rows of a model usually are.
 *
 * <p>Arrays are taken as they are and never written to.
 *
 * @param salt of sketches, which a client that does not know the baseline cannot foresee
 * @param middle of each feature; empty where nothing was learnt
 * @param weight by which each feature counts, at least 0
 * @param group that each feature belongs to, from 0 to 15: features of one field are in one group
 * @param near how near two rows have to be to be nearly the same, in weighted features; 0 where
 *     nothing was learnt
 * @param alike in how few groups two rows have to differ to be variants of each other
 * @param flips how often the verdict of a row is another than that of a row that is nearly the
 *     same, with clients of which it often is; from 0.05 to 0.4
 */
public record Scale(
    long salt, float[] middle, float[] weight, byte[] group, float near, int alike, float flips) {
  private static final int MOST_FEATURES = 65_536;
  private static final float LEAST_FLIPS = 0.05f;
  private static final float MOST_FLIPS = 0.4f;
  private static final Scale UNKNOWN =
      new Scale(0, new float[0], new float[0], new byte[0], 0, Sketch.GROUPS / 4, LEAST_FLIPS);

  /** Keeps flips within their bounds. */
  public Scale {
    flips = Math.max(LEAST_FLIPS, Math.min(MOST_FLIPS, flips));
  }

  /** Of a model of which nothing was learnt: features count as they are. */
  public static Scale unknown() {
    return UNKNOWN;
  }

  /** Whether it was learnt for rows of so many features. */
  public boolean fits(int width) {
    return near > 0 && weight.length == width;
  }

  /** As JSON. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("salt", Long.toHexString(salt)).put("near", near).put("alike", alike);
    json.put("flips", flips);
    write(middle, json.putArray("middle"));
    write(weight, json.putArray("weight"));
    ArrayNode groups = json.putArray("group");
    for (byte one : group) {
      groups.add(one);
    }
    return json;
  }

  private static void write(float[] numbers, ArrayNode into) {
    for (float number : numbers) {
      into.add(number);
    }
  }

  /** From JSON as {@link #json} makes it; {@link #unknown} where it is none. */
  public static Scale read(ObjectNode json) {
    float[] middle = numbers(json.path("middle"));
    float[] weight = numbers(json.path("weight"));
    byte[] group = groups(json.path("group"));
    float near = json.path("near").floatValue(0);
    int alike = json.path("alike").asInt(UNKNOWN.alike);
    boolean sound = middle.length == weight.length && group.length == weight.length;
    return sound && near > 0 && Float.isFinite(near)
        ? new Scale(
            salt(json.path("salt").asString("")),
            middle,
            weight,
            group,
            near,
            alike,
            json.path("flips").floatValue(LEAST_FLIPS))
        : UNKNOWN;
  }

  private static long salt(String hex) {
    try {
      return Long.parseUnsignedLong(hex, 16);
    } catch (NumberFormatException wrong) {
      return 0;
    }
  }

  private static byte[] groups(JsonNode json) {
    byte[] groups = new byte[Math.min(json.size(), MOST_FEATURES)];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (byte) (json.get(i).asInt(0) & (Sketch.GROUPS - 1));
    }
    return groups;
  }

  private static float[] numbers(JsonNode json) {
    float[] numbers = new float[Math.min(json.size(), MOST_FEATURES)];
    for (int i = 0; i < numbers.length; i++) {
      float number = json.get(i).floatValue(0);
      numbers[i] = Float.isFinite(number) ? number : 0;
    }
    return numbers;
  }
}
