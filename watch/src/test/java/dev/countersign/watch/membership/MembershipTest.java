package dev.countersign.watch.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.evasion.Asking;
import dev.countersign.watch.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Probing of training data is seen, and what benign clients do is not. */
class MembershipTest extends DetectorContract {
  private static final List<double[]> TRAINED_ON = trainedOn();
  private static final ModelBaseline BASELINE =
      Membership.withVulnerable(
          Asking.baseline(), TRAINED_ON.stream().map(MembershipTest::row).toList());

  private static List<double[]> trainedOn() {
    Asking population = new Asking("population", 77);
    return Stream.generate(population::record).limit(200).toList();
  }

  private static float[] row(double[] record) {
    float[] row = new float[record.length];
    IntStream.range(0, row.length).forEach(i -> row[i] = (float) record[i]);
    return row;
  }

  @Override
  protected DetectorKind kind() {
    return new Membership();
  }

  @Override
  protected ModelBaseline baseline() {
    return BASELINE;
  }

  @Override
  protected List<Event> events() {
    return new Asking("eve", 1).asksWithNoise(300, 8, 0.005).asked();
  }

  private static int seenAfter(List<Event> events) {
    return Asking.seenAfter(new Membership(), BASELINE, events);
  }

  @Test
  void whoeverAsksAboutVulnerableRecordsIsSeenAfterAFew() {
    Asking eve = new Asking("eve", 5);
    TRAINED_ON.subList(0, 20).forEach(eve::ask);
    assertThat(seenAfter(eve.asked())).isBetween(1, 10);
  }

  @Test
  void alsoWithALittleNoiseAndAmongOtherRecords() {
    Asking eve = new Asking("eve", 5);
    for (double[] record : TRAINED_ON.subList(0, 60)) {
      double[] noisy = record.clone();
      noisy[3] += 0.01;
      noisy[7] -= 0.01;
      eve.ask(noisy);
      eve.scores(3);
    }
    assertThat(seenAfter(eve.asked())).isBetween(1, 200);
  }

  @Test
  void whoeverAsksAboutManyRecordsEachWithNoiseIsSeen() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> events = new Asking("eve", seed).asksWithNoise(400, 10, 0.005).asked();
      assertThat(seenAfter(events)).isBetween(1, 300);
    }
  }

  @Test
  void whoeverSweepsOneAttributeOverManyRecordsIsSeen() {
    for (int seed = 0; seed < 10; seed++) {
      List<Event> events = new Asking("eve", seed).sweeps(400, seed).asked();
      assertThat(seenAfter(events)).isBetween(1, 200);
    }
  }

  @Test
  void benignClientsAreNotSeen() {
    for (int seed = 0; seed < 10; seed++) {
      assertThat(seenAfter(new Asking("batch", seed).scores(1000).asked())).as("batch").isZero();
      assertThat(seenAfter(new Asking("again", seed).retries(1000).asked())).as("again").isZero();
      assertThat(seenAfter(new Asking("what-if", seed).asksWhatIf(1000).asked()))
          .as("what-if")
          .isZero();
      assertThat(seenAfter(new Asking("sensor", seed).measures(1000).asked()))
          .as("sensor")
          .isZero();
      assertThat(seenAfter(new Asking("twice", seed).asksWithNoise(1000, 2, 0.01).asked()))
          .as("twice")
          .isZero();
    }
  }

  @Test
  void vulnerableRecordsAreKeptAsFingerprints() {
    String settings = BASELINE.settings(Membership.ID).toString();
    assertThat(settings).contains("vulnerable").doesNotContain(".");
    assertThat(Vulnerable.read(BASELINE.settings(Membership.ID)).json())
        .isEqualTo(BASELINE.settings(Membership.ID));
  }

  @Test
  void recordsOfAnotherShapeAreRefused() {
    List<float[]> narrow = List.of(new float[3]);
    assertThatThrownBy(() -> Membership.withVulnerable(Asking.baseline(), narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("record 1 has 3 features, and rows of the model have 20");
    List<float[]> many = new ArrayList<>(java.util.Collections.nCopies(5000, new float[20]));
    assertThatThrownBy(() -> Membership.withVulnerable(Asking.baseline(), many))
        .hasMessageContaining("more than 4,096");
    assertThatThrownBy(
            () -> Membership.withVulnerable(ModelBaseline.unknown("fleet", "linear"), narrow))
        .hasMessageContaining("does not say how far apart rows are");
  }

  @Test
  void aClientTakesNoMoreThanHalfAKibibyte() {
    assertThat(kind().client(BASELINE).maxStateBytes()).isLessThanOrEqualTo(512);
  }

  @Test
  void itIsThereByItself() {
    assertThat(Detectors.all()).extracting(DetectorKind::id).contains(Membership.ID);
  }
}
