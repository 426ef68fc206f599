package dev.countersign.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.event.Event;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** A savepoint outlives an upgrade of the detectors, and another number of workers. */
class SavepointTest {
  private static final int KEY_GROUPS = 128;
  private static final OutputTag<Contribution> CONTRIBUTIONS =
      new OutputTag<>("contributions", ContributionSerializer.TYPE);

  private static Watched watched(Watched.Serialized<List<DetectorKind>> detectors) {
    return new Watched(() -> List.of(ModelBaseline.unknown("card-fraud", "fraud")), detectors);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Event, String> clients(
      Watched watched, int workers, int worker) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new ClientFunction(watched, CONTRIBUTIONS, Duration.ofDays(30))),
        Keys.ofClient(watched),
        Types.STRING,
        KEY_GROUPS,
        workers,
        worker);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Contribution, String> fleets(
      Watched watched, int workers, int worker) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FleetFunction(watched)),
        Keys.ofModel(watched),
        Types.STRING,
        KEY_GROUPS,
        workers,
        worker);
  }

  private static Event event(int number) {
    return Event.at(number, "e" + number).system("card-fraud").model("fraud").client("eve").build();
  }

  private static Contribution contribution(int number) {
    return new Contribution(
        number,
        "card-fraud",
        "fraud",
        "eve",
        "e" + number,
        "counting",
        "",
        new float[0],
        new long[1]);
  }

  @Test
  void aClientIsRememberedWhenADetectorWasAddedAndWorkersToo() throws Exception {
    OperatorSubtaskState saved;
    try (var before = clients(watched(() -> List.of(new Counting("counting"))), 1, 0)) {
      before.open();
      for (int i = 1; i < 50; i++) {
        before.processElement(event(i), i);
      }
      assertThat(before.extractOutputValues()).isEmpty();
      saved = before.snapshot(1, 1);
    }
    Watched upgraded = watched(() -> List.of(new Counting("added"), new Counting("counting")));
    int worker = worker(Keys.ofClient(upgraded).getKey(event(50)));
    try (var after = clients(upgraded, 2, worker)) {
      after.initializeState(repartitioned(saved, worker));
      after.open();
      after.processElement(event(50), 50);
      assertThat(after.extractOutputValues())
          .singleElement()
          .asString()
          .contains("\"detector\":\"counting\"", "\"events\":[\"e50\"]");
    }
  }

  @Test
  void whatTheFleetDidAndWhatStillWaitsIsRememberedToo() throws Exception {
    Watched watched = watched(() -> List.of(new Counting("counting")));
    OperatorSubtaskState saved;
    try (var before = fleets(watched, 1, 0)) {
      before.open();
      for (int i = 1; i <= 40; i++) {
        before.processElement(contribution(i), i);
      }
      before.processWatermark(30);
      saved = before.snapshot(1, 1);
    }
    int worker = worker(Keys.ofModel(watched).getKey(contribution(1)));
    try (var after = fleets(watched, 2, worker)) {
      after.initializeState(repartitioned(saved, worker));
      after.open();
      assertThat(after.extractOutputValues()).isEmpty();
      after.processWatermark(40);
      assertThat(after.extractOutputValues())
          .singleElement()
          .asString()
          .contains("resource-exhaustion@fraud", "\"events\":[\"e40\"]");
    }
  }

  private static int worker(String key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, KEY_GROUPS, 2);
  }

  private static OperatorSubtaskState repartitioned(OperatorSubtaskState saved, int worker) {
    return AbstractStreamOperatorTestHarness.repartitionOperatorState(
        saved, KEY_GROUPS, 1, 2, worker);
  }
}
