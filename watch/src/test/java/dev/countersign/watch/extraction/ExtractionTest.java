package dev.countersign.watch.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Place;
import dev.countersign.watch.space.Spaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who maps a model lies where usual rows do not, again and again; who uses it does not. */
class ExtractionTest extends DetectorContract {
  private static final FeatureSpace SPACE = Spaces.mapped();
  private static final ModelBaseline USUAL =
      new ModelBaseline("bank", "fraud", "fraud", Optional.of(SPACE), Map.of(), Map.of());

  @Override
  protected DetectorKind kind() {
    return new Extraction();
  }

  @Override
  protected ModelBaseline baseline() {
    return USUAL;
  }

  @Override
  protected List<Event> events() {
    Random random = new Random(3);
    return asked(300, () -> anywhere(random));
  }

  private static List<Event> asked(int count, Supplier<float[]> rows) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          Event.at(i, "e" + i)
              .system("bank")
              .model("fraud")
              .client("eve")
              .rows(Spaces.rows(rows.get()))
              .build());
    }
    return events;
  }

  private static float[] anywhere(Random random) {
    return new float[] {
      9 * random.nextFloat(), 9 * random.nextFloat(), random.nextFloat(), random.nextFloat() * 4 - 2
    };
  }

  /** The last value of each statistic. */
  private double[] last(List<Event> events) {
    double[] last = new double[kind().statistics().size()];
    Arrays.fill(last, Double.NaN);
    feed(kind().client(USUAL), events, last);
    return last;
  }

  private static <S extends State> void feed(
      ClientDetector<S> detector, List<Event> events, double[] last) {
    S state = detector.fresh();
    Place place = SPACE.newPlace();
    Readings readings =
        new Readings() {
          @Override
          public void reading(int statistic, double value) {
            last[statistic] = value;
          }

          @Override
          public void contribute(Contribution contribution) {}
        };
    for (Event event : events) {
      SPACE.place(event.rows(), 0, place);
      detector.row(state, event, 0, place, readings);
    }
  }

  private double last(String statistic, List<Event> events) {
    double[] all = last(events);
    for (int i = 0; i < all.length; i++) {
      if (kind().statistics().get(i).id().equals(statistic)) {
        return all[i];
      }
    }
    throw new AssertionError(statistic);
  }

  @Test
  void rowsAnywhereAreMoreNovelThanUsualOnes() {
    Random random = new Random(5);
    List<Event> usual = asked(300, () -> Spaces.usual(random));
    for (String statistic : List.of("novelty-64", "novelty-192", "relation-64", "odd-64")) {
      assertThat(last(statistic, events())).as(statistic).isGreaterThan(3 * last(statistic, usual));
    }
  }

  @Test
  void whoRepeatsARowSaysNothingNew() {
    float[] one = {9, 0, 0.5f, 3};
    assertThat(last(asked(1000, () -> one))).containsOnly(Double.NaN);
  }

  @Test
  void whoVariesOneFieldOfAStrangeRowLearnsNothingElsewhere() {
    Random random = new Random(7);
    Supplier<float[]> varied = () -> new float[] {9, 0, 1, (float) random.nextGaussian() / 3};
    double strange = last("novelty-192", asked(400, varied));
    assertThat(strange).isLessThan(0.2 * last("novelty-192", events()));
  }

  @Test
  void valuesThatAllOccurButDoNotGoTogetherLookMadeUp() {
    Random random = new Random(13);
    Supplier<float[]> mixed =
        () -> new float[] {random.nextInt(10), random.nextInt(10), random.nextInt(2), 0};
    double usual = last("made-up-64", asked(300, () -> Spaces.usual(random)));
    assertThat(last("made-up-64", asked(300, mixed))).isGreaterThan(5 * usual);
    assertThat(last("odd-64", asked(300, mixed))).isZero();
  }

  @Test
  void whoPutsOneFieldFarAwayCountsLittleWhileTheOthersStay() {
    Random random = new Random(17);
    Supplier<float[]> far = () -> new float[] {9, 0, 1, 4 * random.nextFloat() - 2};
    Supplier<float[]> apart = () -> new float[] {9, 0, random.nextInt(2), 4 * random.nextFloat()};
    double one = last("made-up-64", asked(300, far));
    assertThat(one).isLessThan(0.1 * last("made-up-64", events()));
    assertThat(one).isLessThan(last("made-up-64", asked(300, apart)));
  }

  @Test
  void doesNotGrowWithTheNumberOfRows() {
    Random random = new Random(11);
    double some = last("novelty-192", asked(1_000, () -> Spaces.usual(random)));
    double many = last("novelty-192", asked(20_000, () -> Spaces.usual(random)));
    assertThat(many).isCloseTo(some, org.assertj.core.data.Offset.offset(0.15));
  }
}
