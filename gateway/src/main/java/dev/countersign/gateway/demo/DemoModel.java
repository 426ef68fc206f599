package dev.countersign.gateway.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The demo's model: a logistic regression of four features. */
final class DemoModel {
  private static final double[] WEIGHTS = {0.8, -0.5, 0.3, 0.1};

  private DemoModel() {}

  static double[] weights() {
    return WEIGHTS.clone();
  }

  /**
   * The score of each row.
   *
   * @param values row by row; what is left of a row that is not whole is left out
   */
  static List<Double> scores(Iterable<JsonNode> values) {
    List<Double> scores = new ArrayList<>();
    double sum = 0;
    int column = 0;
    for (JsonNode value : values) {
      sum += WEIGHTS[column++] * value.asDouble(0);
      if (column == WEIGHTS.length) {
        scores.add(1 / (1 + Math.exp(-sum)));
        sum = 0;
        column = 0;
      }
    }
    return scores;
  }
}
