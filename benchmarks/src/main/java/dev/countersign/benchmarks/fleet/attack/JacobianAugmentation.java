package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import dev.countersign.benchmarks.fleet.model.Network;
import dev.countersign.benchmarks.fleet.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Jacobian-based dataset augmentation: begins with a few seed samples, and doubles them in each
 * round by a step along the sign of the copy's derivative (Papernot and others 2017, "Practical
 * black-box attacks against machine learning", algorithm 1: up the derivative of the class that was
 * answered, by 0.1). As {@code T-RND} the step goes towards a random other class, by 64/255 (Juuti
 * and others 2019, "PRADA: protecting against DNN model stealing attacks"). Seeds: ten of each
 * class, as PRADA's. A category cannot be moved by a step, so one at random takes the value whose
 * derivative is largest.
 */
final class JacobianAugmentation extends Extraction {
  private static final int SEEDS = 10;
  private static final double STEP = 0.1;
  private static final double RANDOM_STEP = 64.0 / 255;

  private final boolean towardsRandom;

  JacobianAugmentation(boolean towardsRandom) {
    this.towardsRandom = towardsRandom;
  }

  @Override
  public String name() {
    return towardsRandom ? "jbda-t-rnd" : "jbda";
  }

  @Override
  void ask(Api api, Knowledge knowledge, RandomGenerator random) {
    List<double[]> fresh = seeds(knowledge.own(), knowledge.classes(), SEEDS, random);
    double[] units = knowledge.units();
    while (api.left() > 0) {
      fresh.forEach(api::probabilities);
      Network copy = copy(api, random);
      List<double[]> next = new ArrayList<>();
      for (Asked asked : api.asked()) {
        next.add(moved(asked, copy, units, knowledge, random));
      }
      fresh = next;
    }
  }

  private double[] moved(
      Asked asked, Network copy, double[] units, Knowledge knowledge, RandomGenerator random) {
    int answered = Numbers.largest(asked.answer());
    int other = (answered + 1 + random.nextInt(knowledge.classes() - 1)) % knowledge.classes();
    double[] up = copy.gradient(asked.row(), towardsRandom ? other : answered);
    double step = towardsRandom ? RANDOM_STEP : STEP;
    double[] moved = asked.row().clone();
    for (Field field : knowledge.space().numbers()) {
      moved[field.from()] += step * units[field.from()] * Math.signum(up[field.from()]);
    }
    changeCategory(moved, up, knowledge.space(), random);
    return moved;
  }

  private static void changeCategory(
      double[] moved, double[] up, FeatureSpace space, RandomGenerator random) {
    List<Field> categories = space.categories();
    if (!categories.isEmpty()) {
      Field field = categories.get(random.nextInt(categories.size()));
      field.set(moved, field.value(up));
    }
  }
}
