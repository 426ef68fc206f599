package dev.countersign.runner.calibrate;

import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.Discriminator;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import java.util.Random;

/**
 * Teaches a {@link Discriminator} usual rows and {@link MadeUp} ones, as many of either, by
 * stochastic gradients (Adam, Kingma and Ba 2015). The same rows give the same weights on every
 * machine.
 */
final class DiscriminatorFit {
  private static final int UNITS = Discriminator.UNITS;
  private static final int MOST_STEPS = 2500;
  private static final int LEAST_STEPS = 300;

  /** Each usual row is shown about so often at most; more often, and it is known by heart. */
  private static final int ROUNDS = 40;

  private static final int BATCH = 512;
  private static final int WARM = 100;
  private static final int JUDGED = 2048;
  private static final double RATE = 3e-3;

  private final FeatureSpace plain;
  private final MadeUp rows;
  private final MadeUp others;
  private final Place place;
  private final int steps;
  private final Layer first;
  private final Layer second;
  private final Layer last;

  /**
   * Of rows, of which the last layer gives one number.
   *
   * @param rows to learn from
   * @param others by which it is judged when it has learnt enough
   */
  DiscriminatorFit(FeatureSpace plain, MadeUp rows, MadeUp others) {
    this.plain = plain;
    this.rows = rows;
    this.others = others;
    this.place = plain.newPlace();
    int shown = ROUNDS * rows.count() / (BATCH / 2);
    this.steps = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, shown));
    Random random = new Random(1);
    this.first = new Layer(plain.width(), UNITS, random);
    this.second = new Layer(UNITS, UNITS, random);
    this.last = new Layer(UNITS, 1, random);
  }

  /** The weights that judged other rows best: later ones know by heart what they were shown. */
  Discriminator fitted() {
    Discriminator best = weights();
    double least = Double.MAX_VALUE;
    for (int step = 1; step <= steps; step++) {
      step(step);
      if (step % WARM == 0) {
        double loss = loss();
        best = loss < least ? weights() : best;
        least = Math.min(least, loss);
      }
    }
    return best;
  }

  private Discriminator weights() {
    return new Discriminator(
        first.weights().clone(), second.weights().clone(), last.weights().clone());
  }

  private void step(int step) {
    for (int i = 0; i < BATCH; i++) {
      boolean madeUp = i % 2 == 1;
      learn(madeUp ? rows.row(i / 2) : rows.usual(), madeUp ? 1 : 0);
    }
    float rate = (float) rate(step);
    first.step(rate, step);
    second.step(rate, step);
    last.step(rate, step);
  }

  /** The mean logarithmic loss on other rows. */
  private double loss() {
    double sum = 0;
    for (int i = 0; i < JUDGED; i++) {
      boolean madeUp = i % 2 == 1;
      float odds = odds(madeUp ? others.row(i / 2) : others.usual());
      sum += StrictMath.log1p(StrictMath.exp(madeUp ? -odds : odds)) / JUDGED;
    }
    return sum;
  }

  /** Rises for a hundred steps, then falls as half a cosine does. */
  private double rate(int step) {
    double fall = 0.5 * (1 + StrictMath.cos(Math.PI * step / steps)) + 0.01;
    return RATE * Math.min(1, (double) step / WARM) * fall;
  }

  private float odds(float[] row) {
    plain.place(new Rows(1, row, new float[0]), 0, place);
    float[] hidden = first.forward(place.bent(), true);
    float[] deeper = second.forward(hidden, true);
    return last.forward(deeper, false)[0];
  }

  private void learn(float[] row, float madeUp) {
    float error = (float) (1 / (1 + StrictMath.exp(-odds(row))) - madeUp) / BATCH;
    last.backward(new float[] {error});
    second.backward(last.errors());
    first.backward(second.errors());
  }
}
