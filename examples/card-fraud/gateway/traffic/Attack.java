import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/** A client that asks in order to copy the model. What it asks are possible payments. */
final class Attack {
  /** The account from which it asks. */
  static final String CLIENT = "merchant-new";

  private static final double[] LEAST = {11, 0, 0, 0.6, 0};
  private static final double[] MOST = {180, 23, 1, 270, 5};

  /** Into how many parts a unit of each feature is divided: cents, and tenths of a kilometre. */
  private static final int[] PARTS = {100, 1, 1, 10, 1};

  private final Strategy strategy;
  private final Random dice;
  private final double[] base;
  private final List<TreeMap<Double, Double>> lines = new ArrayList<>();
  private final StringBuilder table = new StringBuilder();
  private double[] asked = {};
  private int feature;
  private int questions;
  private int answers;

  /** How it chooses what to ask. */
  enum Strategy {
    /** Each feature by itself, evenly over its range (Tramèr and others 2016). */
    UNIFORM,
    /** The same with each fourth question; the others are payments like everybody's. */
    MIXED,
    /** Payments like everybody's. */
    REAL,
    /** Halves the range of each feature where the score changes (there too, for trees). */
    PATHS
  }

  Attack(Strategy strategy, long seed) {
    this.strategy = strategy;
    this.dice = new Random(seed);
    this.base = real();
    for (int i = 0; i < LEAST.length; i++) {
      lines.add(new TreeMap<>());
    }
  }

  /** What it asks next; empty where it knows all that its strategy can find out. */
  Optional<double[]> next() {
    Optional<double[]> next =
        switch (strategy) {
          case UNIFORM -> Optional.of(uniform());
          case MIXED -> Optional.of(questions % 4 == 0 ? uniform() : real());
          case REAL -> Optional.of(real());
          case PATHS -> halved();
        };
    asked = next.orElse(asked);
    questions++;
    return next;
  }

  /** Takes the answer to what it asked last. */
  void answered(OptionalDouble score) {
    lines.get(feature).put(asked[feature], score.orElse(Double.NaN));
    if (score.isPresent()) {
      answers++;
      table.append(Gateway.text(asked)).append(',').append(score.getAsDouble()).append('\n');
    }
  }

  /** How many of its questions no gate refused. */
  int answers() {
    return answers;
  }

  /** What it was told: a line a payment, the score behind the features. */
  String table() {
    return table.toString();
  }

  private double[] real() {
    Trade trade = Trade.values()[dice.nextInt(Trade.values().length)];
    return trade.payment((int) (trade.time(dice) / 3_600_000), dice);
  }

  private double[] uniform() {
    double[] payment = new double[LEAST.length];
    for (int i = 0; i < payment.length; i++) {
      payment[i] = Trade.round(LEAST[i] + (MOST[i] - LEAST[i]) * dice.nextDouble(), PARTS[i]);
    }
    return payment;
  }

  private Optional<double[]> halved() {
    for (feature = 0; feature < lines.size(); feature++) {
      Optional<Double> value = value(lines.get(feature), LEAST[feature], MOST[feature]);
      if (value.isPresent()) {
        double[] payment = base.clone();
        payment[feature] = value.get();
        return Optional.of(payment);
      }
    }
    feature = 0;
    return Optional.empty();
  }

  private Optional<Double> value(TreeMap<Double, Double> line, double least, double most) {
    if (!line.containsKey(least) || !line.containsKey(most)) {
      return Optional.of(line.containsKey(least) ? most : least);
    }
    for (Map.Entry<Double, Double> low : line.headMap(most).entrySet()) {
      Map.Entry<Double, Double> high = line.higherEntry(low.getKey());
      double middle = Trade.round((low.getKey() + high.getKey()) / 2, PARTS[feature]);
      boolean changes = Math.abs(low.getValue() - high.getValue()) > 0;
      if (changes && !line.containsKey(middle)) {
        return Optional.of(middle);
      }
    }
    return Optional.empty();
  }
}
