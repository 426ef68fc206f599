package dev.countersign.watch.evasion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A search for a decision boundary is seen, and what benign clients do is not. */
class EvasionTest extends DetectorContract {
  private static final ModelBaseline BASELINE = Asking.baseline();

  @Override
  protected DetectorKind kind() {
    return new Evasion();
  }

  @Override
  protected ModelBaseline baseline() {
    return BASELINE;
  }

  @Override
  protected List<Event> events() {
    return new Asking("eve", 1).searches(300).asked();
  }

  private static int seenAfter(ModelBaseline baseline, List<Event> events) {
    return Asking.seenAfter(new Evasion(), baseline, events);
  }

  @Test
  void aSearchByHalvesAndRandomStepsIsSeenWithinFiftyRows() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(seenAfter(BASELINE, new Asking("eve", seed).searches(300).asked()))
          .isBetween(1, 50);
    }
  }

  @Test
  void itIsSeenWithoutABaselineToo() {
    ModelBaseline nothing = ModelBaseline.unknown("fleet", "linear");
    for (int seed = 0; seed < 20; seed++) {
      assertThat(seenAfter(nothing, new Asking("eve", seed).searches(300).asked()))
          .isBetween(1, 50);
    }
  }

  @Test
  void itIsSeenAmongThreeTimesAsManyHonestRows() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> own = new Asking("eve", seed).searches(400).asked().subList(0, 400);
      List<Event> honest = new Asking("eve", 1000 + seed).scores(1200).asked();
      List<Event> mixed = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        mixed.addAll(honest.subList(3 * i, 3 * i + 3));
        mixed.add(own.get(i));
      }
      assertThat(seenAfter(BASELINE, mixed)).isBetween(1, 200);
    }
  }

  @Test
  void partsOfARecordVariedOneAfterTheOtherAreSeen() {
    for (int seed = 0; seed < 10; seed++) {
      assertThat(seenAfter(BASELINE, new Asking("eve", seed).changesPatches(600).asked()))
          .isBetween(1, 200);
    }
  }

  @Test
  void mirroredStepsAreSeenWhereTheyAreShort() {
    assertThat(seenAfter(BASELINE, new Asking("eve", 3).estimates(400, 0.1).asked()))
        .isBetween(1, 50);
  }

  @Test
  void stepsThatAreAsLongAsRecordsAreApartAreNotSeen() {
    assertThat(seenAfter(BASELINE, new Asking("eve", 3).estimates(400, 1.5).asked())).isZero();
  }

  @Test
  void benignClientsAreNot() {
    for (int seed = 0; seed < 10; seed++) {
      assertThat(seenAfter(BASELINE, new Asking("batch", seed).scores(1000).asked())).isZero();
      assertThat(seenAfter(BASELINE, new Asking("again", seed).retries(1000).asked())).isZero();
      assertThat(seenAfter(BASELINE, new Asking("what-if", seed).asksWhatIf(1000).asked()))
          .isZero();
      assertThat(seenAfter(BASELINE, new Asking("sensor", seed).measures(1000).asked())).isZero();
    }
  }

  @Test
  void benignClientsAreNotWithoutABaselineEither() {
    ModelBaseline nothing = ModelBaseline.unknown("fleet", "linear");
    for (int seed = 0; seed < 10; seed++) {
      assertThat(seenAfter(nothing, new Asking("batch", seed).scores(1000).asked())).isZero();
      assertThat(seenAfter(nothing, new Asking("what-if", seed).asksWhatIf(1000).asked())).isZero();
      assertThat(seenAfter(nothing, new Asking("sensor", seed).measures(1000).asked())).isZero();
    }
  }

  @Test
  void aShortListOfNearlyEqualRowsSentAgainAndAgainCountsOnce() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> list = new Asking("suite", seed).asksWithNoise(30, 3, 0.01).asked();
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        events.addAll(list);
      }
      assertThat(seenAfter(BASELINE, events)).isZero();
    }
  }

  @Test
  void whatIsKnownOfAModelSurvivesBeingWritten() {
    Scale scale = Scale.read(BASELINE.settings(Evasion.ID));
    assertThat(scale.fits(Asking.WIDTH)).isTrue();
    assertThat(scale.json()).isEqualTo(BASELINE.settings(Evasion.ID));
  }

  @Test
  void featuresOfOneCategoryAreOneField() {
    List<float[]> rows =
        List.of(
            new float[] {0.5f, 1, 0, 0, 0.2f},
            new float[] {0.1f, 0, 1, 0, 0.9f},
            new float[] {0.7f, 0, 0, 1, 0.4f});
    assertThat(Fields.groups(rows, 5)).containsExactly(0, 1, 1, 1, 2);
  }

  @Test
  void aClientTakesNoMoreThanAKibibyte() {
    assertThat(kind().client(BASELINE).maxStateBytes()).isLessThanOrEqualTo(1024);
  }

  @Test
  void rowsOfNothingButHolesAndInfinitiesDoNoHarm() {
    float[] odd = new float[Asking.WIDTH];
    Arrays.fill(odd, Float.NaN);
    odd[0] = Float.POSITIVE_INFINITY;
    odd[1] = -Float.MAX_VALUE;
    Rows rows = new Rows(1, odd, new float[0]);
    List<Event> events = new ArrayList<>(List.of(Event.at(0, "odd").rows(rows).build()));
    events.addAll(new Asking("batch", 4).scores(50).asked());
    assertThat(seenAfter(BASELINE, events)).isZero();
    assertThat(seenAfter(ModelBaseline.unknown("fleet", "linear"), events)).isZero();
  }

  @Test
  void itIsThereByItself() {
    assertThat(Detectors.all()).extracting(DetectorKind::id).contains(Evasion.ID);
  }
}
