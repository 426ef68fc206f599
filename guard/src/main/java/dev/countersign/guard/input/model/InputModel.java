package dev.countersign.guard.input.model;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.profile.UnusableProfile;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that an input gate decides by. Immutable; what changes stands in a {@link Scratch}.
 *
 * @param encoding from raw features to numbers of comparable size
 * @param projection from those to fewer, by principal components
 * @param mahalanobis the distance from the classes
 * @param neighbours the distance from single rows
 * @param combination of both into one score
 * @param calibration from scores to conformal p-values
 */
public record InputModel(
    Encoding encoding,
    Projection projection,
    Mahalanobis mahalanobis,
    Neighbours neighbours,
    Combination combination,
    Calibration calibration) {

  /** A score of what could not be finished in time. */
  public static final double OUT_OF_TIME = Double.NaN;

  public InputModel {
    Shapes.same("columns", encoding.width(), projection.inputs());
    Shapes.same("components", projection.components(), mahalanobis.components());
    Shapes.atMost("neighbours' components", neighbours.components(), projection.components());
    Shapes.same("neighbours' classes", neighbours.classes(), mahalanobis.classes());
    Shapes.same("classes", encoding.classes().size(), mahalanobis.classes());
  }

  /**
   * From the settings of a profile.
   *
   * @throws UnusableProfile if they are not as this version writes them
   */
  public static InputModel read(ObjectNode settings) throws UnusableProfile {
    return new ModelReader(settings).model();
  }

  /** As the settings of a profile. */
  public ObjectNode write() {
    return new ModelWriter(this).settings();
  }

  /** The same with another calibration. */
  public InputModel with(Calibration other) {
    return new InputModel(encoding, projection, mahalanobis, neighbours, combination, other);
  }

  /** The same with another combination. */
  public InputModel with(Combination other) {
    return new InputModel(encoding, projection, mahalanobis, neighbours, other, calibration);
  }

  /** The same with another encoding. */
  public InputModel with(Encoding other) {
    return new InputModel(other, projection, mahalanobis, neighbours, combination, calibration);
  }

  /** Room for one decision at a time. */
  public Scratch scratch() {
    return new Scratch(
        encoding.width(), projection.components(), neighbours.rows(), neighbours.nearest());
  }

  /**
   * How unusual a raw input is: the larger, the less usual. Allocates nothing.
   *
   * @param raw a value for each column, as {@link Encoding} says
   * @param predicted the class that the model gave, or -1
   * @param scratch is written over
   * @return infinite for a violation of the schema, {@link #OUT_OF_TIME} after the deadline
   */
  public double score(double[] raw, int predicted, Scratch scratch, Deadline deadline) {
    if (encoding.violation(raw, 0) >= 0) {
      return Double.POSITIVE_INFINITY;
    }
    distances(raw, predicted, scratch, deadline);
    if (deadline.passed()) {
      return OUT_OF_TIME;
    }
    double score = combination.score(scratch.mahalanobis, scratch.neighbours);
    // Numbers so large that their squares are none are farther than all others.
    return Double.isFinite(score) ? score : Double.POSITIVE_INFINITY;
  }

  /** Both distances of a raw input, left in the scratch. */
  public void distances(double[] raw, int predicted, Scratch scratch, Deadline deadline) {
    encoding.encode(raw, scratch.encoded);
    projection.project(scratch);
    distances(predicted, scratch, deadline);
  }

  /** Both distances of what is in components already, left in the scratch. */
  public void distances(float[] components, double energy, Scratch scratch, Deadline deadline) {
    System.arraycopy(components, 0, scratch.projected, 0, components.length);
    scratch.energy = energy;
    distances(-1, scratch, deadline);
  }

  private void distances(int predicted, Scratch scratch, Deadline deadline) {
    if (deadline.passed()) {
      return;
    }
    scratch.mahalanobis = mahalanobis.distance(scratch, predicted);
    scratch.neighbours = neighbours.distance(scratch, predicted, deadline);
  }
}
