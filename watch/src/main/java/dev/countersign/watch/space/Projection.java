package dev.countersign.watch.space;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Principal directions of usual rows. Of up to {@value #ALL} features all directions are kept, and
 * with them what features have to do with one another; of more only the first ones, and what they
 * leave of each feature.
 *
 * <p>Arrays are taken as they are and never written to.
 */
public final class Projection {
  /** Up to so many features all directions are kept: a row costs their number squared. */
  public static final int ALL = 128;

  /** The most directions that make up the head: those in which usual rows differ most. */
  public static final int HEAD = 16;

  private final float[] middle;
  private final float[] variances;
  private final float[] precision;

  /** Directions feature by feature: rows of their own are what the compiler makes vectors of. */
  private final float[][] rows;

  /** What each direction adds to each feature; empty where all directions are kept. */
  private final float[][] back;

  private final int head;

  /**
   * Of so many features.
   *
   * @param middle of each bent standardised feature
   * @param directions of each feature its part in each direction, one feature after the other;
   *     those of the largest variance first, each of length 1 divided by its deviation
   * @param variances of each direction
   * @param precision where not all directions are kept, one over the deviation of what they leave
   *     of each feature; else empty
   * @param head how many directions are the head
   */
  public Projection(
      float[] middle, float[] directions, float[] variances, float[] precision, int head) {
    int count = variances.length;
    if (middle.length == 0
        || directions.length != middle.length * count
        || precision.length != (count == middle.length ? 0 : middle.length)
        || head < 1
        || head > Math.min(HEAD, count)) {
      throw new IllegalArgumentException("the numbers of directions do not fit together");
    }
    this.middle = middle;
    this.variances = variances;
    this.precision = precision;
    this.head = head;
    this.rows = Numbers.rows(directions, count);
    this.back = precision.length == 0 ? new float[0][] : back();
  }

  private float[][] back() {
    float[][] each = new float[variances.length][middle.length];
    for (int j = 0; j < each.length; j++) {
      for (int i = 0; i < middle.length; i++) {
        each[j][i] = rows[i][j] * variances[j];
      }
    }
    return each;
  }

  /** How many directions are kept. */
  public int count() {
    return variances.length;
  }

  /** How many of them are the head. */
  public int head() {
    return head;
  }

  /**
   * The place of a row in each direction, in deviations.
   *
   * @param bent standardised features; what is left there is how far they are from the middle
   * @param into as many as there are directions
   */
  public void project(float[] bent, float[] into) {
    int count = variances.length;
    for (int j = 0; j < count; j++) {
      into[j] = 0;
    }
    for (int i = 0; i < middle.length; i++) {
      float value = bent[i] - middle[i];
      bent[i] = value;
      float[] row = rows[i];
      for (int j = 0; j < count; j++) {
        into[j] += value * row[j];
      }
    }
  }

  /**
   * How far a row is from where usual ones are, all directions alike: the mean logarithm of one
   * plus the square of each distance, so that neither one direction nor one feature decides.
   *
   * @param centred as {@link #project} left it; is written over
   * @param projected as {@link #project} made it
   */
  float distance(float[] centred, float[] projected) {
    return precision.length == 0 ? spread(projected, variances.length) : left(centred, projected);
  }

  static float spread(float[] numbers, int count) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Numbers.ln(1 + Math.min(1e12f, numbers[i] * numbers[i]));
    }
    return sum / count;
  }

  private float left(float[] centred, float[] projected) {
    float sum = 0;
    int width = middle.length;
    for (int j = 0; j < back.length; j++) {
      float value = projected[j];
      float[] part = back[j];
      for (int i = 0; i < width; i++) {
        centred[i] -= value * part[i];
      }
    }
    for (int i = 0; i < width; i++) {
      float off = centred[i] * precision[i];
      sum += Numbers.ln(1 + Math.min(1e12f, off * off));
    }
    return sum / width;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("middle", Numbers.json(middle));
    json.set("directions", Numbers.json(rows));
    json.set("variances", Numbers.json(variances));
    json.set("precision", Numbers.json(precision));
    return json.put("head", head);
  }

  static Projection read(JsonNode json, int width) {
    return new Projection(
        Numbers.read(json.path("middle"), "middle", width),
        Numbers.read(json.path("directions"), "directions"),
        Numbers.read(json.path("variances"), "variances"),
        Numbers.read(json.path("precision"), "precision"),
        json.path("head").asInt(0));
  }
}
