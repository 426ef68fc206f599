package dev.countersign.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One process watches a log. */
class MonitorTest {
  private static final List<Event> LOG = log(3000, 40);

  private static List<Event> log(int length, int clients) {
    Random random = new Random(20261127);
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      log.add(
          Event.at(1_000_000L + i * 500L + random.nextInt(20_000), "e" + i)
              .system("card-fraud")
              .model(i % 3 == 0 ? "other" : "fraud")
              .client("c" + random.nextInt(clients))
              .build());
    }
    return log;
  }

  private static Monitor monitor(int threads) {
    return new Monitor(
        List.of(ModelBaseline.unknown("card-fraud", "fraud")),
        List.of(new Counting()),
        new MonitorOptions(threads, 10_000, 30_000));
  }

  private static List<Alert> watched(Monitor monitor, List<Event> log, int batch) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < log.size(); i += batch) {
      alerts.addAll(monitor.take(log.subList(i, Math.min(log.size(), i + batch))));
    }
    return alerts;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3000", "2, 7", "3, 512", "8, 3000"})
  void theSameLogGivesTheSameAlertsWhateverTheNumberOfThreads(int threads, int batch) {
    try (Monitor one = monitor(1);
        Monitor other = monitor(threads)) {
      List<Alert> expected = watched(one, LOG, 100);
      expected.addAll(one.ended());
      List<Alert> alerts = watched(other, LOG, batch);
      alerts.addAll(other.ended());
      assertThat(alerts).isEqualTo(expected);
      assertThat(expected)
          .anyMatch(alert -> alert.threat().equals("model-extraction@fraud"))
          .anyMatch(alert -> alert.threat().equals("resource-exhaustion@fraud"));
    }
  }

  @Test
  void anotherProcessGoesOnWhereOneWasStopped() throws IOException {
    try (Monitor undisturbed = monitor(2);
        Monitor first = monitor(2);
        Monitor second = monitor(1)) {
      List<Alert> expected = watched(undisturbed, LOG, 100);
      List<Alert> alerts = watched(first, LOG.subList(0, 1234), 100);
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      first.write(new DataOutputStream(state));
      second.read(in(state));
      alerts.addAll(watched(second, LOG.subList(1234, LOG.size()), 100));
      assertThat(alerts).isEqualTo(expected);
      assertThat(second.events()).isEqualTo(LOG.size());
    }
  }

  @Test
  void aDetectorThatIsNewBeginsAfreshAndTheOthersGoOn() throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    List<ModelBaseline> baselines = List.of(ModelBaseline.unknown("card-fraud", "fraud"));
    MonitorOptions options = new MonitorOptions(1, 10_000, 30_000);
    try (Monitor old = new Monitor(baselines, List.of(), options);
        Monitor upgraded = monitor(1);
        Monitor downgraded = new Monitor(baselines, List.of(), options)) {
      old.take(LOG.subList(0, 10));
      old.write(new DataOutputStream(state));
      upgraded.read(in(state));
      assertThat(upgraded.events()).isEqualTo(10);
      assertThat(watched(upgraded, LOG, 100)).isNotEmpty();
      state.reset();
      upgraded.write(new DataOutputStream(state));
      downgraded.read(in(state));
      assertThat(downgraded.clients()).isEqualTo(upgraded.clients());
    }
  }

  @Test
  void stateOfAModelThatHasNoBaselineNowIsRefused() throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    try (Monitor with = monitor(1);
        Monitor without = new Monitor(List.of(), List.of(), MonitorOptions.usual())) {
      with.write(new DataOutputStream(state));
      assertThatThrownBy(() -> without.read(in(state)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no baseline");
    }
  }

  private static DataInputStream in(ByteArrayOutputStream state) {
    return new DataInputStream(new ByteArrayInputStream(state.toByteArray()));
  }

  @Test
  void anIncidentIsToldOnceAndAgainOnlyWhenItIsMoreSevere() {
    ModelBaseline usual =
        new ModelBaseline(
            "card-fraud",
            "fraud",
            "fraud-gbt",
            Optional.empty(),
            Map.of("counting/requests", new Threshold(10, 5, 1e-4)),
            Map.of());
    try (Monitor monitor =
        new Monitor(List.of(usual), List.of(new Counting()), new MonitorOptions(1, 100, 30_000))) {
      List<Alert> alerts = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Event event =
            Event.at(i, "e" + i).system("card-fraud").model("fraud").client("eve").build();
        alerts.addAll(monitor.take(List.of(event)));
      }
      assertThat(alerts).extracting(Alert::sequence).containsExactly(1, 2, 3);
      assertThat(alerts)
          .extracting(Alert::severity)
          .containsExactly(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
      assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
      assertThat(alerts.get(0).threat()).isEqualTo("model-extraction@fraud-gbt");
      assertThat(alerts.get(0).events()).containsExactly("e9");
    }
  }

  @Test
  void whoWasSilentLongestIsForgottenFirst() {
    try (Monitor monitor =
        new Monitor(List.of(), List.of(new Counting()), new MonitorOptions(2, 64, 30_000))) {
      monitor.take(log(2000, 1000));
      assertThat(monitor.clients()).isLessThanOrEqualTo(64);
      assertThat(monitor.forgotten()).isGreaterThan(500);
    }
  }
}
