package dev.countersign.watch.space;

import dev.countersign.watch.event.Rows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is usual of a model's rows: middle and spread of each feature. Immutable.
 *
 * <p>Arrays are taken as they are and never written to.
 */
public final class FeatureSpace {
  private static final int MOST_FEATURES = 65_536;

  private final float[] middle;
  private final float[] spread;

  /**
   * A space of so many features.
   *
   * @param middle of each feature
   * @param spread of each feature, above 0
   */
  public FeatureSpace(float[] middle, float[] spread) {
    this.middle = middle;
    this.spread = spread;
  }

  /** How many features a row of it has. */
  public int width() {
    return middle.length;
  }

  /** Something to place rows with; one thread at a time may use it. */
  public Place newPlace() {
    return new Place(width());
  }

  /** Places a row of {@code rows}, which has as many features as this space. */
  public void place(Rows rows, int row, Place into) {
    rows.copyRow(row, into.raw);
    for (int i = 0; i < middle.length; i++) {
      float value = (into.raw[i] - middle[i]) / spread[i];
      into.standard[i] = Float.isNaN(value) ? 0 : value;
    }
    into.label = rows.label(row);
    into.margin = rows.margin(row);
  }

  /** As JSON. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(middle, json.putArray("middle"));
    write(spread, json.putArray("spread"));
    return json;
  }

  private static void write(float[] numbers, ArrayNode into) {
    for (float number : numbers) {
      into.add(number);
    }
  }

  /**
   * From JSON as {@link #json} makes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static FeatureSpace read(JsonNode json) {
    float[] middle = numbers(json.path("middle"));
    float[] spread = numbers(json.path("spread"));
    if (middle.length == 0 || middle.length != spread.length) {
      throw new IllegalArgumentException("\"middle\" and \"spread\" have to be of one length");
    }
    return new FeatureSpace(middle, spread);
  }

  private static float[] numbers(JsonNode json) {
    if (json.size() > MOST_FEATURES) {
      throw new IllegalArgumentException("more than %,d numbers".formatted(MOST_FEATURES));
    }
    float[] numbers = new float[json.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = json.get(i).floatValue();
    }
    return numbers;
  }
}
