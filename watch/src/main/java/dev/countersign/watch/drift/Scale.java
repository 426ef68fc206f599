package dev.countersign.watch.drift;

import dev.countersign.watch.event.Rows;
import dev.countersign.watch.sketch.Hashes;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds rows to a {@link Profile}.
 *
 * <p>Each feature, in units of its usual spread, goes into one projection, every eighth into the
 * same one with a sign of its own, so that a shift of one feature is not drowned by hundreds of
 * others and of up to eight features each is alone.
 *
 * @param edges between ranges of outputs, {@link Profile#OUTPUTS} - 1, ascending
 * @param middle of each feature
 * @param spread of each feature, above 0
 * @param center of each projection
 * @param unit of each projection, above 0
 */
record Scale(float[] edges, float[] middle, float[] spread, float[] center, float[] unit) {
  /** Of more features only so many first ones are looked at. */
  static final int MOST_FEATURES = 128;

  private static final float FAR = 5;
  private static final boolean[] MINUS = minus();

  /** Adds a row of a request. */
  void add(Rows rows, int row, float[] profile) {
    profile[Profile.ROWS]++;
    if (rows.outputWidth() > 0) {
      profile[Profile.OUTPUTS_AT + range(score(rows, row))]++;
      int label = rows.label(row);
      boolean other = label < 0 || label >= Profile.LABELS;
      profile[Profile.LABELS_AT + (other ? Profile.LABELS - 1 : label)]++;
    }
    if (middle.length > 0 && Math.min(MOST_FEATURES, rows.width()) == middle.length) {
      inputs(rows, row, profile);
    }
  }

  /** The number that stands for an answer: the only one, the second of two, else the largest. */
  static float score(Rows rows, int row) {
    if (rows.outputWidth() <= 2) {
      return rows.output(row, rows.outputWidth() - 1);
    }
    float most = rows.output(row, 0);
    for (int i = 1; i < rows.outputWidth(); i++) {
      most = Math.max(most, rows.output(row, i));
    }
    return most;
  }

  private int range(float score) {
    int at = 0;
    while (at < edges.length && score > edges[at]) {
      at++;
    }
    return at;
  }

  private void inputs(Rows rows, int row, float[] profile) {
    float[] sums = new float[Profile.PROJECTIONS];
    project(rows, row, sums);
    for (int i = 0; i < sums.length; i++) {
      float one = clip((sums[i] - center[i]) / unit[i]);
      profile[Profile.INPUTS_AT + i] += one;
      profile[Profile.INPUTS_AT + Profile.PROJECTIONS + i] += one * one - 1;
    }
  }

  /** Adds the features of a row into projections. */
  void project(Rows rows, int row, float[] sums) {
    for (int i = 0; i < middle.length; i++) {
      float value = clip((rows.feature(row, i) - middle[i]) / spread[i]);
      sums[i % Profile.PROJECTIONS] += MINUS[i] ? -value : value;
    }
  }

  private static boolean[] minus() {
    boolean[] minus = new boolean[MOST_FEATURES];
    for (int i = 0; i < minus.length; i++) {
      minus[i] = (Hashes.mix(i) & 1) == 1;
    }
    return minus;
  }

  private static float clip(float value) {
    return Float.isNaN(value) ? 0 : Math.max(-FAR, Math.min(FAR, value));
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("edges", array(edges));
    json.set("middle", array(middle));
    json.set("spread", array(spread));
    json.set("center", array(center));
    json.set("unit", array(unit));
    return json;
  }

  /** As {@link #json} makes it; what is missing has no effect. */
  static Scale of(JsonNode json) {
    float[] middle = numbers(json.path("middle"), MOST_FEATURES, 0, false);
    float[] spread = numbers(json.path("spread"), middle.length, 1, true);
    return new Scale(
        numbers(json.path("edges"), Profile.OUTPUTS - 1, 0, false),
        middle,
        Arrays.copyOf(spread, middle.length),
        Arrays.copyOf(
            numbers(json.path("center"), Profile.PROJECTIONS, 0, false), Profile.PROJECTIONS),
        units(json.path("unit")));
  }

  private static float[] units(JsonNode json) {
    float[] units = new float[Profile.PROJECTIONS];
    Arrays.fill(units, 1);
    float[] read = numbers(json, Profile.PROJECTIONS, 1, true);
    System.arraycopy(read, 0, units, 0, read.length);
    return units;
  }

  static ArrayNode array(float[] numbers) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (float number : numbers) {
      json.add(number);
    }
    return json;
  }

  /**
   * Up to so many numbers; one that is not finite, or not above 0 where it has to be, is replaced.
   */
  static float[] numbers(JsonNode json, int most, float instead, boolean above0) {
    float[] numbers = new float[Math.min(most, json.size())];
    for (int i = 0; i < numbers.length; i++) {
      float number = (float) json.get(i).asDouble(instead);
      boolean usable = Float.isFinite(number) && (!above0 || number > 0);
      numbers[i] = usable ? number : instead;
    }
    return numbers;
  }
}
