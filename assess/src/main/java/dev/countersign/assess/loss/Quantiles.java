package dev.countersign.assess.loss;

import dev.countersign.assess.loss.Prior.Shape;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Each prior as 256 equally likely values, rising: its quantiles at ½, 1½, … 255½ of 256. To draw
 * is then to look up one byte, and no draw lies further out than 2.9 standard deviations. By {@link
 * StrictMath}, so that every machine gets the same values.
 */
final class Quantiles {
  /** How many values stand for a prior: a byte of random bits chooses one. */
  static final int COUNT = 256;

  /** The standard normal distribution lies below this with probability 0.95. */
  private static final double Z95 = 1.6448536269514722;

  private static final double STEP = 1 / 512.0;

  private final double[] standard = standardNormal();
  private final Map<Prior, double[]> values = new EnumMap<>(Prior.class);

  /** The values of a prior; not to be changed. */
  double[] of(Prior prior) {
    return values.computeIfAbsent(prior, this::spread);
  }

  private double[] spread(Prior prior) {
    double[] spread = new double[COUNT];
    if (prior.shape() == Shape.CERTAIN) {
      Arrays.fill(spread, prior.low());
      return spread;
    }
    double low = scaled(prior.low(), prior.shape());
    double high = scaled(prior.high(), prior.shape());
    double deviation = (high - low) / 2 / Z95;
    for (int i = 0; i < COUNT; i++) {
      double power = StrictMath.exp((low + high) / 2 + deviation * standard[i]);
      spread[i] = prior.shape() == Shape.LOGNORMAL ? power : power / (1 + power);
    }
    return spread;
  }

  /** On the scale on which it is normal. */
  private static double scaled(double value, Shape shape) {
    return StrictMath.log(shape == Shape.LOGNORMAL ? value : value / (1 - value));
  }

  /** Sums up the density from the middle outwards and notes where each quantile is passed. */
  private static double[] standardNormal() {
    double[] z = new double[COUNT];
    double peak = 1 / StrictMath.sqrt(2 * StrictMath.PI);
    double x = 0;
    double mass = 0;
    double density = peak;
    for (int i = COUNT / 2; i < COUNT; i++) {
      double wanted = (i + 0.5) / COUNT - 0.5;
      while (mass < wanted) {
        double middle = x + STEP / 2;
        density = peak * StrictMath.exp(-middle * middle / 2);
        mass += density * STEP;
        x += STEP;
      }
      z[i] = x - (mass - wanted) / density;
      z[COUNT - 1 - i] = -z[i];
    }
    return z;
  }
}
