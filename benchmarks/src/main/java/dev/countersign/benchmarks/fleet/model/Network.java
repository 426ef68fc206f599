package dev.countersign.benchmarks.fleet.model;

import dev.countersign.benchmarks.fleet.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network with one hidden layer of rectified units, or with none: then it is multinomial logistic
 * regression. Trained on the cross-entropy with targets that may be probabilities, so that a copy
 * can learn from answers.
 */
public final class Network implements Model {
  private static final int BATCH = 32;
  private static final double DECAY = 1e-4;

  private final List<Layer> layers;

  private Network(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * How a network is trained.
   *
   * @param hidden units; 0 for logistic regression
   * @param epochs how often each row is seen
   * @param rate of learning, which falls linearly to a tenth
   */
  public record Training(int hidden, int epochs, double rate) {}

  /** Trains a network; the same seed gives the same network. */
  public static Network train(
      List<double[]> rows, List<double[]> targets, Training how, RandomGenerator random) {
    int in = rows.getFirst().length;
    int out = targets.getFirst().length;
    Network network =
        new Network(
            how.hidden() == 0
                ? List.of(new Layer(in, out, random))
                : List.of(
                    new Layer(in, how.hidden(), random), new Layer(how.hidden(), out, random)));
    for (int epoch = 0; epoch < how.epochs(); epoch++) {
      double rate = how.rate() * (1 - 0.9 * epoch / how.epochs());
      network.epoch(rows, targets, rate, random);
    }
    return network;
  }

  private void epoch(
      List<double[]> rows, List<double[]> targets, double rate, RandomGenerator random) {
    int[] order = Seeds.shuffled(rows.size(), random);
    for (int from = 0; from < order.length; from += BATCH) {
      int end = Math.min(order.length, from + BATCH);
      for (int i = from; i < end; i++) {
        learn(rows.get(order[i]), targets.get(order[i]));
      }
      for (Layer layer : layers) {
        layer.step(rate, end - from, DECAY);
      }
    }
  }

  private void learn(double[] row, double[] target) {
    double[] hidden = hidden(row);
    double[] change = Numbers.softmax(layers.getLast().forward(hidden));
    for (int i = 0; i < change.length; i++) {
      change[i] -= target[i];
    }
    if (layers.size() > 1) {
      layers.getFirst().collect(row, throughUnits(layers.getLast().backward(change), hidden));
    }
    layers.getLast().collect(hidden, change);
  }

  /** What the last layer gets: the row itself where there is no other layer. */
  private double[] hidden(double[] row) {
    if (layers.size() == 1) {
      return row;
    }
    double[] hidden = layers.getFirst().forward(row);
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    return hidden;
  }

  private static double[] throughUnits(double[] change, double[] hidden) {
    for (int i = 0; i < change.length; i++) {
      change[i] = hidden[i] > 0 ? change[i] : 0;
    }
    return change;
  }

  @Override
  public double[] probabilities(double[] row) {
    return Numbers.softmax(layers.getLast().forward(hidden(row)));
  }

  /** The derivative of the probability of a class by each number of the row. */
  public double[] gradient(double[] row, int label) {
    double[] hidden = hidden(row);
    double[] p = Numbers.softmax(layers.getLast().forward(hidden));
    double own = p[label];
    for (int i = 0; i < p.length; i++) {
      p[i] = own * ((i == label ? 1 : 0) - p[i]);
    }
    double[] change = layers.getLast().backward(p);
    return layers.size() == 1 ? change : layers.getFirst().backward(throughUnits(change, hidden));
  }
}
