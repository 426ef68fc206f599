package dev.countersign.fit.input;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.input.model.Combination;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Scratch;
import dev.countersign.guard.input.model.Tail;
import java.util.Arrays;

/** How the two distances are combined. */
final class Combining {
  private Combining() {}

  static Combination of(InputModel model, Samples tune, double weight) {
    double[][] distances = distances(model, tune);
    return new Combination(Tail.of(distances[0]), Tail.of(distances[1]), weight);
  }

  /** Both distances of all rows that have no violation. */
  static double[][] distances(InputModel model, Samples rows) {
    Scratch scratch = model.scratch();
    double[][] distances = new double[2][rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      int predicted = model.calibration().byPrediction() ? rows.classes()[i] : -1;
      if (model.encoding().violation(rows.raw()[i], 0) < 0
          && (predicted >= 0 || !model.calibration().byPrediction())) {
        model.distances(rows.raw()[i], predicted, scratch, Deadline.none());
        distances[0][count] = scratch.mahalanobis();
        distances[1][count++] = scratch.neighbours();
      }
    }
    return new double[][] {Arrays.copyOf(distances[0], count), Arrays.copyOf(distances[1], count)};
  }
}
