package dev.countersign.watch.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sources send rows to a model, and some of them move. */
class DriftTest extends DetectorContract {
  private static final List<Event> USUAL = new Feeds(1).log(0, 8000);
  private static final ModelBaseline CALIBRATED = calibrated();

  @Override
  protected DetectorKind kind() {
    return new Drift();
  }

  @Override
  protected ModelBaseline baseline() {
    return CALIBRATED;
  }

  @Override
  protected List<Event> events() {
    return new Feeds(3).log(0, 400).stream().filter(event -> event.client().equals("c1")).toList();
  }

  private static ModelBaseline learnt(Map<String, Threshold> thresholds) {
    Learner learner = new Drift().learner().orElseThrow();
    USUAL.forEach(learner::learn);
    return new ModelBaseline(
        "card-fraud",
        "fraud",
        "fraud-gbt",
        Optional.empty(),
        thresholds,
        Map.of("drift", learner.settings()));
  }

  /** Thresholds as a calibration finds them: beyond the largest values of the log. */
  private static ModelBaseline calibrated() {
    double[] largest = largest(learnt(Map.of()), USUAL);
    Map<String, Threshold> thresholds = new HashMap<>();
    for (int i = 0; i < largest.length; i++) {
      String id = "drift/" + new Drift().statistics().get(i).id();
      thresholds.put(id, new Threshold(1.3 * largest[i] + 0.5, 0.1 * largest[i] + 0.1, 1e-4));
    }
    return learnt(thresholds);
  }

  private static double[] largest(ModelBaseline usual, List<Event> log) {
    double[] largest = new double[new Drift().statistics().size()];
    DriftFleet fleet = (DriftFleet) new Drift().fleet(usual).orElseThrow();
    DriftFleetState all = fleet.fresh();
    for (Contribution one : told(usual, log)) {
      fleet.take(all, one, (at, value, s, c, e) -> largest[at] = Math.max(largest[at], value));
    }
    return largest;
  }

  private static List<Contribution> told(ModelBaseline usual, List<Event> log) {
    DriftClient detector = (DriftClient) new Drift().client(usual);
    Map<String, DriftState> clients = new HashMap<>();
    Said said = new Said();
    for (Event event : log) {
      detector.event(clients.computeIfAbsent(event.client(), one -> detector.fresh()), event, said);
    }
    return said.contributions();
  }

  private static List<Alert> watched(List<Event> log) {
    try (Monitor monitor =
        new Monitor(
            List.of(CALIBRATED), List.of(new Drift()), new MonitorOptions(1, 999, 30_000))) {
      List<Alert> alerts = new ArrayList<>(monitor.take(log));
      alerts.addAll(monitor.ended());
      return alerts;
    }
  }

  private static List<String> subjects(List<Alert> alerts) {
    return alerts.stream().map(Alert::subject).distinct().toList();
  }

  private static List<String> statistics(List<Alert> alerts, String subject) {
    return alerts.stream()
        .filter(alert -> alert.subject().equals(subject))
        .flatMap(alert -> alert.measures().stream())
        .map(measure -> measure.statistic())
        .distinct()
        .toList();
  }

  @Test
  void usualTrafficDoesNotMove() {
    assertThat(watched(new Feeds(2).log(10_000, 4000))).isEmpty();
  }

  @Test
  void theSourceWhoseDataMovesIsNamed() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>(feeds.log(10_000, 1500));
    feeds.move("partner-3", 1.5);
    log.addAll(feeds.log(11_500, 1500));
    List<Alert> alerts = watched(log);
    assertThat(subjects(alerts)).contains("source partner-3");
    assertThat(subjects(alerts)).isSubsetOf("source partner-3", "all sources");
    assertThat(alerts.get(0).threat()).isEqualTo("feedback-poisoning@fraud-gbt");
    assertThat(alerts.get(0).clients()).containsExactly("c1");
  }

  @Test
  void aMovementOfAllSourcesIsOneOfTheModel() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>(feeds.log(10_000, 1500));
    for (int source = 0; source < Feeds.SOURCES; source++) {
      feeds.move("partner-" + source, 0.9);
    }
    log.addAll(feeds.log(11_500, 2500));
    List<Alert> alerts = watched(log);
    assertThat(subjects(alerts)).contains("all sources");
    assertThat(alerts).anyMatch(alert -> alert.threat().equals("adaptive-drift@fraud-gbt"));
  }

  @Test
  void aSourceThatMovesALittleEveryHourIsSeenByItsChange() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>(feeds.log(10_000, 500));
    for (int hour = 0; hour < 60; hour++) {
      feeds.move("partner-5", 0.02);
      log.addAll(feeds.log(10_500 + 60 * hour, 60));
    }
    assertThat(subjects(watched(log))).first().isEqualTo("source partner-5");
    assertThat(largest(CALIBRATED, log)[Drift.OF_ONE + 3])
        .isGreaterThan(CALIBRATED.threshold("drift", "source-change", 0).at());
  }

  @Test
  void featuresThatMoveAreSeenWhereOutputsAreNotLogged() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>(feeds.log(10_000, 500));
    feeds.move("partner-3", 2);
    log.addAll(feeds.log(10_500, 1500));
    log.replaceAll(Feeds::withoutOutputs);
    assertThat(statistics(watched(log), "source partner-3")).containsExactly("source-inputs");
  }

  @Test
  void aNewSourceIsComparedWithItsOwnBeginning() {
    assertThat(subjects(watched(withNewcomer(0.8, 0.8)))).doesNotContain("source newcomer");
    assertThat(subjects(watched(withNewcomer(0.8, -1)))).contains("source newcomer");
  }

  /** Usual traffic with one event in ten of a new source, which may lie elsewhere later. */
  private static List<Event> withNewcomer(double first, double later) {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      log.addAll(feeds.log(10_000 + 10 * i, 9));
      log.add(feeds.event(10_009 + 10 * i, "newcomer", i < 400 ? first : later));
    }
    return log;
  }

  @Test
  void withoutSourcesAClientIsItsOwn() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      log.add(Feeds.withoutSource(feeds.event(10_000 + i, "x", i < 400 ? 0 : 2)));
    }
    assertThat(subjects(watched(log))).contains("source c-x");
  }

  @Test
  void aClientThatMixesManySourcesLosesNoRow() {
    Feeds feeds = new Feeds(2);
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      log.add(feeds.event(i, "partner-" + i % 7, 0, "mixer"));
    }
    double rows =
        told(CALIBRATED, log).stream().mapToDouble(one -> one.numbers()[Profile.ROWS]).sum();
    assertThat(rows).isBetween(700.0 * Feeds.ROWS - 3 * DriftClient.BATCH, 700.0 * Feeds.ROWS);
  }

  @Test
  void itSaysNothingBeforeSomethingWasLearnt() {
    assertThat(told(ModelBaseline.unknown("card-fraud", "fraud"), USUAL)).isEmpty();
  }

  @Test
  void theFleetsStateGoesOnAsIfItHadNotBeenWrittenAndRead() throws IOException {
    DriftFleet fleet = (DriftFleet) new Drift().fleet(CALIBRATED).orElseThrow();
    List<Contribution> told = told(CALIBRATED, new Feeds(2).log(10_000, 800));
    DriftFleetState state = fleet.fresh();
    told.subList(0, 100).forEach(one -> fleet.take(state, one, (i, v, s, c, e) -> {}));
    byte[] bytes = bytes(state);
    DriftFleetState again = fleet.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    List<String> said = new ArrayList<>();
    List<String> saidAgain = new ArrayList<>();
    for (Contribution one : told.subList(100, told.size())) {
      fleet.take(state, one, (i, v, s, c, e) -> said.add(i + s + v + c + e));
      fleet.take(again, one, (i, v, s, c, e) -> saidAgain.add(i + s + v + c + e));
    }
    assertThat(said).isNotEmpty();
    assertThat(saidAgain).isEqualTo(said);
    assertThat(bytes(again)).isEqualTo(bytes(state));
  }

  @Test
  void theFleetsStateIsBounded() throws IOException {
    DriftFleet fleet = (DriftFleet) new Drift().fleet(CALIBRATED).orElseThrow();
    DriftFleetState state = fleet.fresh();
    Feeds feeds = new Feeds(2);
    String longest = "x".repeat(300);
    for (int source = 0; source < 400; source++) {
      List<Event> log = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        log.add(feeds.event(i, longest + source, 0));
      }
      told(CALIBRATED, log).forEach(one -> fleet.take(state, one, (i, v, s, c, e) -> {}));
    }
    assertThat(bytes(state).length).isLessThanOrEqualTo(750 << 10);
  }

  @Test
  void thePartsOfAClientInThisAndThreeOtherDetectorsAreAtMostAKibibyte() {
    int sum =
        Detectors.all().stream()
            .filter(kind -> List.of("campaign", "agent", "cost", "drift").contains(kind.id()))
            .mapToInt(kind -> kind.client(CALIBRATED).maxStateBytes())
            .sum();
    assertThat(sum).isBetween(512, 1024);
  }

  private static byte[] bytes(DriftFleetState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
