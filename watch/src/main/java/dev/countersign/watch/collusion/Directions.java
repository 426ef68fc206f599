package dev.countersign.watch.collusion;

import dev.countersign.watch.evasion.Sketch;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far the means of usual clients' blocks are off the middle of all rows, and in which
 * directions those are that are off further: one client has one class, another a region.
 *
 * @param off how far the mean of a block has to be off to have a direction, in distances that are
 *     near
 * @param usual each of length 1
 */
record Directions(float off, List<float[]> usual) {
  /** More are not kept; further ones are unusual then. */
  static final int MOST = 256;

  /** Two directions are the same where the cosine between them is at least this. */
  static final float SAME = 0.85f;

  Directions {
    usual = List.copyOf(usual);
  }

  /** The place of the first direction that is the same as another one; -1 where there is none. */
  static int same(List<float[]> directions, float[] other) {
    for (int i = 0; i < directions.size(); i++) {
      if (cosine(directions.get(i), other) >= SAME) {
        return i;
      }
    }
    return -1;
  }

  /** The cosine of two directions of length 1. */
  static float cosine(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < Sketch.DIMENSIONS; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("off", off);
    ArrayNode directions = json.putArray("directions");
    for (float[] one : usual) {
      ArrayNode numbers = directions.addArray();
      for (float number : one) {
        numbers.add(number);
      }
    }
    return json;
  }

  /**
   * From JSON as {@link #json} makes it; what is no direction there is left out, and where nothing
   * was learnt nothing is off.
   */
  static Directions read(ObjectNode json) {
    List<float[]> usual = new ArrayList<>();
    for (JsonNode one : json.path("directions")) {
      if (one.size() == Sketch.DIMENSIONS && usual.size() < MOST) {
        float[] direction = new float[Sketch.DIMENSIONS];
        for (int i = 0; i < direction.length; i++) {
          direction[i] = one.get(i).floatValue(0);
        }
        usual.add(direction);
      }
    }
    return new Directions(json.path("off").floatValue(Float.POSITIVE_INFINITY), usual);
  }
}
