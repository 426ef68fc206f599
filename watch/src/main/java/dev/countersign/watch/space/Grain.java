package dev.countersign.watch.space;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which values a feature usually has: a range, and within it some few values, or multiples of a
 * step, or any. Queries that were computed and not observed fall between the values: a flag of 0.1,
 * an age of 37.4.
 *
 * @param lowest usual value
 * @param highest usual value
 * @param step of which usual values are whole multiples; 0 where they are of none
 * @param values the only usual ones, ascending; empty where there are many
 */
public record Grain(float lowest, float highest, float step, float[] values) {
  /** By which part of itself a value may be off: logs round to six significant digits. */
  private static final float ROUNDING = 2e-5f;

  /** Whether a value is none that is usual; a missing one is not odd. */
  public boolean odd(float value) {
    if (Float.isNaN(value)) {
      return false;
    }
    if (value < lowest || value > highest) {
      return true;
    }
    if (values.length > 0) {
      return !known(value);
    }
    return step > 0 && !multiple(value, step);
  }

  private boolean known(float value) {
    int found = Arrays.binarySearch(values, value);
    if (found >= 0) {
      return true;
    }
    int next = -found - 1;
    return (next < values.length && near(value, values[next]))
        || (next > 0 && near(value, values[next - 1]));
  }

  private static boolean near(float value, float other) {
    return Math.abs(value - other) <= ROUNDING * Math.abs(other);
  }

  /** Whether a value is a whole multiple of a step, as near as logs are written. */
  public static boolean multiple(float value, float step) {
    float times = value / step;
    float off = Math.abs(times - Math.round(times));
    return off <= 1e-3f + ROUNDING * Math.abs(times);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lowest", lowest).put("highest", highest).put("step", step);
    json.set("values", Numbers.json(values));
    return json;
  }

  static Grain read(JsonNode json) {
    return new Grain(
        Numbers.number(json, "lowest"),
        Numbers.number(json, "highest"),
        Numbers.number(json, "step"),
        Numbers.read(json.path("values"), "values"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grain grain
        && lowest == grain.lowest
        && highest == grain.highest
        && step == grain.step
        && Arrays.equals(values, grain.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) + Float.hashCode(step);
  }
}
