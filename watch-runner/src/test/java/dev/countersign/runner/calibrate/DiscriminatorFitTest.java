package dev.countersign.runner.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes together in ways that no direction shows is learnt from usual rows alone. */
class DiscriminatorFitTest {
  private static final int ROWS = 4_000;

  /** An hour, whether it is night, and a number that is near one of two others by night. */
  private static float[] usual(Random random) {
    float hour = random.nextFloat();
    boolean night = hour < 0.2 || hour > 0.85;
    double around = night ? random.nextInt(2) * 6 - 3 : 0;
    return new float[] {hour, night ? 1 : 0, (float) (around + random.nextGaussian() / 2)};
  }

  private static FeatureSpace learnt() {
    Random random = new Random(1);
    RowSample sample = new RowSample(3);
    for (int i = 0; i < ROWS; i++) {
      sample.add("client-" + i % 100, new Rows(1, usual(random), new float[] {0.5f}), 0);
    }
    return new SpaceFit(sample).space();
  }

  private static double meanDecades(FeatureSpace space, java.util.function.Supplier<float[]> rows) {
    Place place = space.newPlace();
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      space.place(new Rows(1, rows.get(), new float[] {0.5f}), 0, place);
      sum += place.madeUp() / 500;
    }
    return sum;
  }

  @Test
  void rowsWhoseFieldsDoNotGoTogetherAreTold() {
    FeatureSpace space = learnt();
    Random random = new Random(2);
    double usual = meanDecades(space, () -> usual(random));
    double contradicting =
        meanDecades(
            space,
            () -> {
              float[] row = usual(random);
              row[1] = 1 - row[1];
              return row;
            });
    double mixed =
        meanDecades(
            space, () -> new float[] {usual(random)[0], usual(random)[1], usual(random)[2]});
    assertThat(usual).isBetween(0.3, 0.6);
    assertThat(contradicting).isGreaterThan(4 * usual);
    assertThat(mixed).isGreaterThan(2 * usual);
  }
}
