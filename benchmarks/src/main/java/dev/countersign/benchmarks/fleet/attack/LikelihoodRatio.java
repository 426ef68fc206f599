package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.Rows;
import dev.countersign.benchmarks.fleet.model.Network;
import dev.countersign.benchmarks.fleet.model.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * LiRA without members of its own (Carlini and others 2022, "Membership inference attacks from
 * first principles", the offline attack): the logit of the true class against those that shadow
 * models give, which have not seen the candidate, over several changed copies.
 */
final class LikelihoodRatio extends Membership {
  private static final int COPIES = 10;
  private static final int SHADOWS = 6;
  private static final int MOST_ROWS = 1_000;
  private static final double LEAST_SPREAD = 0.1;
  private static final Network.Training SHADOW = new Network.Training(48, 20, 0.003);

  LikelihoodRatio() {
    super(COPIES);
  }

  @Override
  public String name() {
    return "membership-lira";
  }

  @Override
  Scorer scorer(Knowledge knowledge, RandomGenerator random) {
    int half = Math.min(MOST_ROWS, knowledge.own().size() / 2);
    Rows own = knowledge.own().part(0, half);
    List<Network> shadows =
        Stream.generate(() -> shadow(own, knowledge.classes(), random)).limit(SHADOWS).toList();
    return (row, label, probability) -> {
      double[] logits =
          shadows.stream().mapToDouble(s -> logit(s.probabilities(row)[label])).toArray();
      double mean = Arrays.stream(logits).average().orElse(0);
      double square = 0;
      for (double logit : logits) {
        square += (logit - mean) * (logit - mean) / logits.length;
      }
      return (logit(probability) - mean) / Math.max(LEAST_SPREAD, Math.sqrt(square));
    };
  }

  /** Learns from a random three quarters. */
  private static Network shadow(Rows own, int classes, RandomGenerator random) {
    Rows part = own.shuffled(random).part(0, own.size() * 3 / 4);
    return Network.train(part.vectors(), Numbers.targets(part, classes), SHADOW, random);
  }

  private static double logit(double probability) {
    double p = Math.clamp(probability, 1e-9, 1 - 1e-9);
    return Math.log(p / (1 - p));
  }
}
