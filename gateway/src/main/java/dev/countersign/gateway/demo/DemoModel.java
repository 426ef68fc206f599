package dev.countersign.gateway.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A model of the demo. */
sealed interface DemoModel {
  /** A logistic regression of four features. */
  Linear DEMO = new Linear(List.of(0.8, -0.5, 0.3, 0.1));

  /**
   * The model of examples/card-fraud, tree by tree as in its {@code fraud.onnx}: the amount in
   * euros, the hour, whether the card was present, kilometres from the last payment, payments in
   * the last hour.
   */
  Stumps FRAUD =
      new Stumps(
          5,
          -2,
          List.of(
              new Stump(0, 56.885f, -0.33397368f, 2.0524194f),
              new Stump(4, 2.5f, -0.24524768f, 1.0547711f),
              new Stump(0, 56.885f, -0.2572738f, 0.6097034f),
              new Stump(4, 2.5f, -0.1872211f, 0.8216092f),
              new Stump(3, 34.15f, -0.16864419f, 0.57734346f),
              new Stump(0, 56.885f, -0.18186316f, 0.47450712f),
              new Stump(4, 2.5f, -0.13795838f, 0.59358984f),
              new Stump(0, 56.885f, -0.1477881f, 0.41272208f),
              new Stump(4, 2.5f, -0.11719486f, 0.48850578f),
              new Stump(0, 56.885f, -0.12481934f, 0.3645663f)));

  /** How many numbers a row has. */
  int width();

  /** What is squeezed between 0 and 1. */
  double margin(double[] row);

  /**
   * The score of each row, from 0 to 1.
   *
   * @param values row by row; what is left of a row that is not whole is left out
   */
  default List<Double> scores(Iterable<JsonNode> values) {
    List<Double> scores = new ArrayList<>();
    double[] row = new double[width()];
    int column = 0;
    for (JsonNode value : values) {
      row[column++] = value.asDouble(0);
      if (column == row.length) {
        scores.add(1 / (1 + Math.exp(-margin(row))));
        column = 0;
      }
    }
    return scores;
  }

  /** Weights, one a feature. */
  record Linear(List<Double> weights) implements DemoModel {
    @Override
    public int width() {
      return weights.size();
    }

    @Override
    public double margin(double[] row) {
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += weights.get(i) * row[i];
      }
      return sum;
    }
  }

  /** Boosted trees of one split each. */
  record Stumps(int width, double base, List<Stump> trees) implements DemoModel {
    @Override
    public double margin(double[] row) {
      double sum = base;
      for (Stump tree : trees) {
        sum += row[tree.feature()] <= tree.threshold() ? tree.low() : tree.high();
      }
      return sum;
    }
  }

  /**
   * A tree of one split.
   *
   * @param feature that it looks at
   * @param threshold up to which it says {@code low}, and above {@code high}
   */
  record Stump(int feature, float threshold, float low, float high) {}
}
