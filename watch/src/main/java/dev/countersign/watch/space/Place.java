package dev.countersign.watch.space;

/**
 * Where one row lies among the usual rows of its model. Made once for a row and shown to all
 * detectors; it is written over by the next row.
 *
 * <p>What needs more than the middle and spread of each feature is there only where it {@link
 * #isMapped}.
 */
public final class Place {
  private static final ClassShape NOWHERE =
      new ClassShape(-1, new float[0], new float[0], new float[Waves.COUNT]);

  final float[] raw;
  final float[] standard;
  final float[] bent;
  final float[] projected;
  final float[] waves;
  final float[] hidden = new float[Discriminator.UNITS];
  final float[] deeper = new float[Discriminator.UNITS];
  final int[] hashes = new int[Parts.COUNT];
  final byte[] parts = new byte[Parts.COUNT];
  final float[] measures = new float[Geometry.MEASURES];
  private final int head;
  ClassShape shape = NOWHERE;
  int label;
  float margin;
  float odd;
  float loudest;
  float novelty;
  float relation;
  float typical;
  float differing;
  float doubt;
  float suspicion;
  float madeUp;

  Place(int width, int directions, int head) {
    this.raw = new float[width];
    this.standard = new float[width];
    this.bent = new float[width];
    this.projected = new float[directions];
    this.waves = new float[Waves.COUNT];
    this.head = head;
  }

  /** How many features the row has. */
  public int width() {
    return standard.length;
  }

  /** A feature as it stands in the log; NaN where it is missing. */
  public float raw(int feature) {
    return raw[feature];
  }

  /** A feature in units of its usual spread, from its usual middle; 0 where it is missing. */
  public float standard(int feature) {
    return standard[feature];
  }

  /** A copy of all features in units of their usual spread, with those far off drawn in. */
  public float[] bent() {
    float[] copy = new float[standard.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Numbers.bent(standard[i]);
    }
    return copy;
  }

  /** What the model decided, as {@link dev.countersign.watch.event.Rows#label} says. */
  public int label() {
    return label;
  }

  /** How far it was from deciding otherwise, from 0 to 1. */
  public float margin() {
    return margin;
  }

  /** Whether more is known of where usual rows lie than the middle and spread of each feature. */
  public boolean isMapped() {
    return head > 0;
  }

  /** How unusual the row is, in decades: 2 where one usual row of a hundred is as unusual. */
  public float novelty() {
    return novelty;
  }

  /**
   * How unusual it is that its features have these values together, in decades: novelty by the
   * distance in all directions alone.
   */
  public float relation() {
    return relation;
  }

  /**
   * How unusual it is that a row looks so much as if it had been made up of usual ones, in decades,
   * by the {@link Discriminator}; 0 where there is none.
   */
  public float madeUp() {
    return madeUp;
  }

  /** What the discriminator says, before it was set against usual rows; 0 where there is none. */
  public float suspicion() {
    return suspicion;
  }

  /**
   * How far a usual row is from the nearest of {@link Geometry#NEIGHBOURS} others: the logarithm of
   * one plus the square of the distance in the head.
   */
  public float typicalDistance() {
    return typical;
  }

  /** In how many {@link Parts} a usual row differs from the most alike of so many others. */
  public float typicalDiffering() {
    return differing;
  }

  /** The {@link Parts} of the row; written over by the next row. */
  public byte[] parts() {
    return parts;
  }

  /** A hash of all its features. */
  public int hash() {
    int hash = 1;
    for (int one : hashes) {
      hash = 31 * hash + one;
    }
    return hash;
  }

  /** Which share of its features has values that features do not usually have, from 0 to 1. */
  public float odd() {
    return odd;
  }

  /** How unusually close to deciding otherwise the model was, in decades. */
  public float doubt() {
    return doubt;
  }

  /** One of the numbers that novelty is made of, before it was set against usual rows. */
  public float measure(int index) {
    return measures[index];
  }

  /** The largest surprise of those numbers, in decades: what novelty is the surprise of. */
  public float loudest() {
    return loudest;
  }

  /** How many directions the head has: those in which usual rows differ most. */
  public int head() {
    return head;
  }

  /** The place in one direction, in usual deviations; those of the head come first. */
  public float direction(int index) {
    return projected[index];
  }

  /** A random Fourier feature of the place in the head, of {@link Waves#COUNT}. */
  public float wave(int index) {
    return waves[index];
  }

  /** The mean of that feature among usual rows of the same decision. */
  public float usualWave(int index) {
    return shape.embedding()[index];
  }
}
