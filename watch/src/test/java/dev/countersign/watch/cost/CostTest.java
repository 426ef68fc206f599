package dev.countersign.watch.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients spend tokens and time. */
class CostTest extends DetectorContract {
  private static final long START = 1_790_000_000_000L;
  private static final long HOUR = 3_600_000L;
  private static final List<Event> USUAL = usualTraffic(1, 0, 96);
  private static final ModelBaseline CALIBRATED = calibrated();

  @Override
  protected DetectorKind kind() {
    return new Cost();
  }

  @Override
  protected ModelBaseline baseline() {
    return CALIBRATED;
  }

  @Override
  protected List<Event> events() {
    List<Event> events = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      events.add(request(random, START + i * 1000L, "e" + i, "eve").build());
    }
    return events;
  }

  /** A question of some length, whose answer is about twice as long, and takes as long as it is. */
  private static EventBuilder request(Random random, long time, String id, String client) {
    long in = (long) Math.exp(4 + random.nextGaussian());
    long out = (long) (2 * in * Math.exp(0.4 * random.nextGaussian()));
    return Event.at(time, id)
        .system("bank")
        .model("assistant")
        .operation("chat")
        .client(client)
        .tokensIn(in)
        .tokensOut(out)
        .millis((200 + 10.0 * out) * Math.exp(0.2 * random.nextGaussian()));
  }

  /** Thirty clients that ask a few times an hour by day, and one that always asks much. */
  private static List<Event> usualTraffic(int seed, int after, int hours) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int hour = after; hour < after + hours; hour++) {
      int busy = hour % 24 < 12 ? 6 : 1;
      for (int client = 0; client < 31; client++) {
        for (int i = client == 30 ? 60 : random.nextInt(busy + 1); i > 0; i--) {
          long time = START + hour * HOUR + random.nextInt((int) HOUR);
          String id = "u" + seed + "." + events.size();
          String outcome = random.nextInt(40) == 0 ? "failed" : "served";
          events.add(request(random, time, id, "c" + client).outcome(outcome).build());
        }
      }
    }
    events.sort(Comparator.comparingLong(Event::time));
    return events;
  }

  private static ModelBaseline learnt(Map<String, Threshold> thresholds) {
    Learner learner = new Cost().learner().orElseThrow();
    USUAL.forEach(learner::learn);
    return new ModelBaseline(
        "bank",
        "assistant",
        "assistant",
        Optional.empty(),
        thresholds,
        Map.of("cost", learner.settings()));
  }

  /** Thresholds as a calibration finds them: beyond the largest values of the log. */
  private static ModelBaseline calibrated() {
    double[] largest = largest(learnt(Map.of()), USUAL);
    Map<String, Threshold> thresholds = new HashMap<>();
    for (int i = 0; i < largest.length; i++) {
      String id = "cost/" + new Cost().statistics().get(i).id();
      thresholds.put(id, new Threshold(1.15 * largest[i] + 0.5, 0.1 * largest[i] + 0.1, 1e-4));
    }
    return learnt(thresholds);
  }

  private static double[] largest(ModelBaseline usual, List<Event> log) {
    double[] largest = new double[new Cost().statistics().size()];
    CostClient detector = (CostClient) new Cost().client(usual);
    CostFleet fleet = (CostFleet) new Cost().fleet(usual).orElseThrow();
    CostFleetState all = fleet.fresh();
    Map<String, CostState> clients = new HashMap<>();
    for (Event event : log) {
      Said said = new Said();
      detector.event(
          clients.computeIfAbsent(event.client(), name -> detector.fresh()), event, said);
      for (String reading : said.readings()) {
        int at = Integer.parseInt(reading.substring(0, 1));
        largest[at] = Math.max(largest[at], Double.parseDouble(reading.substring(2)));
      }
      for (Contribution one : said.contributions()) {
        fleet.take(all, one, (at, value, s, c, e) -> largest[at] = Math.max(largest[at], value));
      }
    }
    return largest;
  }

  private static List<Alert> watched(List<Event> log) {
    List<Event> sorted = new ArrayList<>(log);
    sorted.sort(Comparator.comparingLong(Event::time));
    try (Monitor monitor =
        new Monitor(List.of(CALIBRATED), List.of(new Cost()), new MonitorOptions(1, 999, 30_000))) {
      List<Alert> alerts = new ArrayList<>(monitor.take(sorted));
      alerts.addAll(monitor.ended());
      return alerts;
    }
  }

  private static List<String> of(List<Alert> alerts, String subject) {
    return alerts.stream()
        .filter(alert -> alert.subject().equals(subject))
        .flatMap(alert -> alert.measures().stream())
        .map(measure -> measure.statistic())
        .distinct()
        .toList();
  }

  @Test
  void usualTrafficCostsWhatItUsuallyDoes() {
    assertThat(watched(usualTraffic(2, 120, 48))).isEmpty();
  }

  @Test
  void whoSpendsFarMoreThanClientsDoIsSeen() {
    List<Event> log = new ArrayList<>(usualTraffic(2, 120, 12));
    Random random = new Random(5);
    for (int i = 0; i < 1500; i++) {
      log.add(request(random, START + 125 * HOUR + i * 1000L, "x" + i, "eve").build());
    }
    List<Alert> alerts = watched(log);
    assertThat(of(alerts, "eve")).contains("spend").doesNotContain("answers", "effort");
    assertThat(alerts.get(0).threat()).isEqualTo("resource-exhaustion@assistant");
  }

  @Test
  void aLargeClientThatSuddenlySpendsManyTimesMoreIsSeenByItsOwnPast() {
    List<Event> log = new ArrayList<>(usualTraffic(2, 120, 48));
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      log.add(request(random, START + 167 * HOUR + i * 1000L, "x" + i, "c30").build());
    }
    assertThat(of(watched(log), "c30")).contains("growth");
  }

  @Test
  void shortQuestionsWithEndlessAnswersAreSeen() {
    List<Event> log = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      log.add(
          request(random, START + i * 300_000L, "x" + i, "eve")
              .tokensIn(20)
              .tokensOut(4000)
              .millis(40_000)
              .build());
    }
    assertThat(of(watched(log), "eve")).contains("answers", "effort");
  }

  @Test
  void inputsThatAreMadeToBeSlowAreSeenByTheirTimeAlone() {
    List<Event> log = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      Event event = request(random, START + i * 300_000L, "x" + i, "eve").build();
      log.add(request(new Random(i), event.time(), event.id(), "eve").millis(60_000).build());
    }
    assertThat(of(watched(log), "eve")).containsExactly("effort");
    assertThat(largest(CALIBRATED, log)[Cost.LATENCY])
        .isGreaterThan(CALIBRATED.threshold("cost", "latency", 0).at());
  }

  @Test
  void requestsThatFailOneAfterTheOtherAreSeen() {
    List<Event> log = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      log.add(request(random, START + i * 60_000L, "x" + i, "eve").outcome("refused").build());
    }
    assertThat(of(watched(log), "eve")).containsExactly("failures");
  }

  @Test
  void manyNewClientsThatEachSpendLittleAreOneBill() {
    List<Event> log = new ArrayList<>(usualTraffic(2, 120, 12));
    Random random = new Random(5);
    for (int i = 0; i < 6000; i++) {
      String client = "n" + i % 400;
      log.add(request(random, START + 125 * HOUR + i * 600L, "x" + i, client).build());
    }
    assertThat(of(watched(log), "all clients")).containsExactly("fleet-spend");
  }

  @Test
  void itSaysNothingBeforeSomethingWasLearnt() {
    Said said = new Said();
    CostClient detector = (CostClient) new Cost().client(ModelBaseline.unknown("bank", "a"));
    CostState state = detector.fresh();
    events().forEach(event -> detector.event(state, event, said));
    assertThat(said.readings()).isEmpty();
    assertThat(said.contributions()).isEmpty();
  }

  @Test
  void wrongTimesAndNumbersGiveFiniteValuesWithinTheBound() {
    long[] times = {Long.MAX_VALUE, START, Long.MIN_VALUE, 0, -1, START + 5, START};
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      log.add(
          Event.at(times[i % times.length], "e" + i)
              .client("eve")
              .tokensIn(i % 3 == 0 ? Long.MAX_VALUE : -1)
              .tokensOut(i % 5 == 0 ? Long.MAX_VALUE : -1)
              .millis(i % 4 == 0 ? 1e300 : 0)
              .build());
    }
    for (double value : largest(CALIBRATED, log)) {
      assertThat(value).isFinite();
    }
    assertThat(new Cost().client(CALIBRATED).maxStateBytes()).isLessThanOrEqualTo(256);
  }
}
