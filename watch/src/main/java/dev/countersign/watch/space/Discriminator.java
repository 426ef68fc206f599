package dev.countersign.watch.space;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells usual rows from rows that were made up of them: a network of two hidden layers of {@value
 * #UNITS} units each, whose answer is the logarithm of the odds that a row was made up. It sees
 * which values go together in ways that no direction shows, such as an hour and whether it is
 * night.
 *
 * <p>That a classifier against reference data estimates a density is in Hastie, Tibshirani and
 * Friedman, The Elements of Statistical Learning (2009), section 14.2.4.
 *
 * <p>Arrays are taken as they are and never written to.
 */
public final class Discriminator {
  /** How many units a hidden layer has. */
  public static final int UNITS = 32;

  /** Rows of more features have no discriminator: each costs {@value #UNITS} products a row. */
  public static final int MOST_FEATURES = 256;

  private final float[] first;
  private final float[] second;
  private final float[] last;

  /**
   * With these weights.
   *
   * @param first of each feature its weight for each unit, one feature after the other, then what
   *     units begin with
   * @param second the same of each unit of the first layer for each of the second
   * @param last of each unit of the second layer, then what the answer begins with
   */
  public Discriminator(float[] first, float[] second, float[] last) {
    if (first.length < 2 * UNITS
        || first.length % UNITS != 0
        || first.length > (MOST_FEATURES + 1) * UNITS
        || second.length != secondLength()
        || last.length != UNITS + 1) {
      throw new IllegalArgumentException("the weights of \"discriminator\" do not fit together");
    }
    this.first = first;
    this.second = second;
    this.last = last;
  }

  /** How many numbers the first layer of so many features has. */
  public static int firstLength(int features) {
    return (features + 1) * UNITS;
  }

  /** How many numbers the second layer has. */
  public static int secondLength() {
    return (UNITS + 1) * UNITS;
  }

  /** How many features its rows have. */
  public int width() {
    return first.length / UNITS - 1;
  }

  /**
   * The logarithm of the odds that a row was made up.
   *
   * @param bent its standardised features, those far off drawn in
   * @param hidden {@link #UNITS} numbers to work on
   * @param deeper as many again
   */
  public float score(float[] bent, float[] hidden, float[] deeper) {
    layer(first, bent, hidden);
    layer(second, hidden, deeper);
    float sum = last[UNITS];
    for (int i = 0; i < UNITS; i++) {
      sum += last[i] * deeper[i];
    }
    return sum;
  }

  /** One layer: of each unit a weighted sum, or nothing where that is below 0. */
  private static void layer(float[] weights, float[] in, float[] out) {
    int bias = in.length * UNITS;
    System.arraycopy(weights, bias, out, 0, UNITS);
    for (int i = 0; i < in.length; i++) {
      float value = in[i];
      // Of a category all places but one are 0, and half of all units are.
      if (value != 0) {
        int from = i * UNITS;
        for (int j = 0; j < UNITS; j++) {
          out[j] += value * weights[from + j];
        }
      }
    }
    for (int j = 0; j < UNITS; j++) {
      out[j] = Math.max(0, out[j]);
    }
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("first", Numbers.json(first));
    json.set("second", Numbers.json(second));
    json.set("last", Numbers.json(last));
    return json;
  }

  static Discriminator read(JsonNode json, int width) {
    return new Discriminator(
        Numbers.read(json.path("first"), "first", firstLength(width)),
        Numbers.read(json.path("second"), "second", secondLength()),
        Numbers.read(json.path("last"), "last", UNITS + 1));
  }
}
