package dev.countersign.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBuilder;
import dev.countersign.watch.event.GateNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An agent calls tools. */
class AgentTest extends DetectorContract {
  private static final long START = 1_790_000_000_000L;
  private static final List<Event> USUAL = usualTraffic(1, 0, 3000);
  private static final ModelBaseline CALIBRATED = calibrated();

  @Override
  protected DetectorKind kind() {
    return new Agent();
  }

  @Override
  protected ModelBaseline baseline() {
    return CALIBRATED;
  }

  @Override
  protected List<Event> events() {
    List<Event> events = new ArrayList<>(usualTraffic(3, 0, 260));
    events.replaceAll(event -> call(event.time(), event.id(), "eve", "s", event.model()).build());
    return events;
  }

  private static EventBuilder call(
      long time, String id, String client, String session, String tool) {
    return Event.at(time, id)
        .system("shop")
        .model(tool)
        .operation("tools/call")
        .client(client)
        .session(session)
        .bytesIn(200);
  }

  /** Agents that look for a product, open some, and now and then reckon or write a note. */
  private static List<Event> usualTraffic(int seed, long after, int sessions) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      long time = START + after + i * 60_000L;
      String session = "s" + seed + "." + i;
      List<String> tools = new ArrayList<>(List.of("search"));
      for (int left = random.nextInt(4); left > 0; left--) {
        tools.add(random.nextInt(8) == 0 ? "search" : "open");
      }
      tools.add(random.nextInt(5) == 0 ? "reckon" : "open");
      tools.add(random.nextInt(3) == 0 ? "note" : "answer");
      for (String tool : tools) {
        time += 2000 + random.nextInt(5000);
        String id = session + "." + events.size();
        events.add(
            call(time, id, "c" + i % 50, session, tool).bytesIn(100 + random.nextInt(200)).build());
      }
    }
    return events;
  }

  private static ModelBaseline learnt(Map<String, Threshold> thresholds) {
    Learner learner = new Agent().learner().orElseThrow();
    USUAL.forEach(learner::learn);
    return new ModelBaseline(
        "shop", "", "shopper", Optional.empty(), thresholds, Map.of("agent", learner.settings()));
  }

  /** Thresholds as a calibration finds them: beyond the largest values of the log. */
  private static ModelBaseline calibrated() {
    double[] largest = largest(learnt(Map.of()), USUAL);
    Map<String, Threshold> thresholds = new HashMap<>();
    for (int i = 0; i < largest.length; i++) {
      String id = "agent/" + new Agent().statistics().get(i).id();
      thresholds.put(id, new Threshold(1.15 * largest[i] + 0.5, 0.1 * largest[i] + 0.1, 1e-4));
    }
    return learnt(thresholds);
  }

  private static double[] largest(ModelBaseline usual, List<Event> log) {
    double[] largest = new double[new Agent().statistics().size()];
    AgentClient detector = (AgentClient) new Agent().client(usual);
    Map<String, AgentState> clients = new HashMap<>();
    Readings out =
        new Readings() {
          @Override
          public void reading(int statistic, double value) {
            largest[statistic] = Math.max(largest[statistic], value);
          }

          @Override
          public void contribute(Contribution contribution) {
            throw new AssertionError("it has no fleet's part");
          }
        };
    for (Event event : log) {
      detector.event(clients.computeIfAbsent(event.client(), name -> detector.fresh()), event, out);
    }
    return largest;
  }

  private static List<Alert> watched(ModelBaseline usual, List<Event> log) {
    try (Monitor monitor =
        new Monitor(List.of(usual), List.of(new Agent()), new MonitorOptions(1, 10_000, 30_000))) {
      return monitor.take(log);
    }
  }

  private static List<String> statistics(List<Alert> alerts) {
    return alerts.stream()
        .flatMap(alert -> alert.measures().stream())
        .map(measure -> measure.statistic())
        .distinct()
        .toList();
  }

  /** So many calls of one session, five seconds apart. */
  private static List<Event> session(
      int calls, UnaryOperator<EventBuilder> change, String... tools) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String tool = tools[i % tools.length];
      events.add(change.apply(call(START + i * 5000L, "e" + i, "eve", "s", tool)).build());
    }
    return events;
  }

  @Test
  void usualSessionsAreNoMisuse() {
    assertThat(watched(CALIBRATED, usualTraffic(2, 4_000_000_000L, 3000))).isEmpty();
  }

  @Test
  void knownToolsInAnOrderThatIsNotItsOwnAreMisuse() {
    List<Alert> alerts =
        watched(CALIBRATED, session(24, call -> call, "note", "reckon", "note", "search"));
    assertThat(alerts).first().satisfies(AgentTest::isOfTheWholeSystem);
    assertThat(statistics(alerts)).contains("surprise");
  }

  private static void isOfTheWholeSystem(Alert alert) {
    assertThat(alert.threat()).isEqualTo("tool-misuse@shopper");
    assertThat(alert.clients()).containsExactly("eve");
  }

  @Test
  void toolsThatItNeverCalledAreMisuse() {
    List<Alert> alerts =
        watched(
            CALIBRATED,
            session(12, call -> call, "search", "open", "read_file", "shell", "send_mail"));
    assertThat(statistics(alerts)).contains("unseen-tools");
  }

  @Test
  void manySmallCallsToOneToolAreExfiltration() {
    List<Event> log = new ArrayList<>();
    for (Event usual : usualTraffic(4, 0, 600)) {
      int bytes = usual.model().equals("note") ? 900 : 200;
      log.add(
          call(usual.time(), usual.id(), "eve", usual.session(), usual.model())
              .bytesIn(bytes)
              .build());
    }
    List<Alert> alerts = watched(CALIBRATED, log);
    assertThat(statistics(alerts)).containsExactly("sent");
    assertThat(alerts.get(0).threat()).isEqualTo("tool-exfiltration@shopper");
  }

  @Test
  void aSessionWithoutEndIsARunawayAgentEvenWhereNothingWasLearnt() {
    ModelBaseline unknown = ModelBaseline.unknown("shop", "");
    assertThat(watched(unknown, session(500, call -> call, "search", "open"))).isEmpty();
    assertThat(watched(unknown, session(600, call -> call, "search", "open")))
        .first()
        .satisfies(alert -> assertThat(alert.threat()).startsWith("runaway-agent@"));
  }

  @Test
  void callsMuchFasterThanUsualAreARunawayAgent() {
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      log.add(call(START + i * 50L, "e" + i, "eve", "s" + i, "search").build());
    }
    assertThat(statistics(watched(CALIBRATED, log))).contains("calls-per-minute");
  }

  @Test
  void callsThatTheGateRefusesAgainAndAgainAreMisuse() {
    GateNote refused = new GateNote("tool-gate", "reject", Double.NaN, List.of("destination"));
    ModelBaseline unknown = ModelBaseline.unknown("shop", "");
    assertThat(statistics(watched(unknown, session(5, call -> call.gate(refused), "send_mail"))))
        .containsExactly("flagged-calls");
    assertThat(watched(unknown, session(3, call -> call.gate(refused), "send_mail"))).isEmpty();
  }

  @Test
  void toolsInTheAnswersOfALanguageModelAreCalls() {
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      log.add(
          Event.at(START + i * 1000L, "e" + i)
              .system("shop")
              .client("eve")
              .session("s")
              .operation("chat")
              .tools(List.of("search", "open"))
              .build());
    }
    assertThat(statistics(watched(ModelBaseline.unknown("shop", ""), log)))
        .containsExactly("calls-per-session");
  }

  @Test
  void withoutSessionsASilenceOfHalfAnHourBeginsANewOne() {
    List<Event> log = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      long pause = i / 100 * 3_600_000L;
      log.add(call(START + pause + i * 1000L, "e" + i, "eve", "", "search").build());
    }
    assertThat(watched(ModelBaseline.unknown("shop", ""), log)).isEmpty();
  }

  @Test
  void wrongTimesAreSurvivedAndTheStateStaysWithinItsBound() {
    ClientDetector<?> detector = new Agent().client(CALIBRATED);
    assertThat(detector.maxStateBytes()).isLessThanOrEqualTo(256);
    List<Event> log = new ArrayList<>();
    long[] times = {Long.MAX_VALUE, START, Long.MIN_VALUE, 0, -1, START + 5, START};
    for (int i = 0; i < 70; i++) {
      log.add(call(times[i % times.length], "e" + i, "eve", "s", "search").build());
    }
    for (double value : largest(CALIBRATED, log)) {
      assertThat(value).isFinite();
    }
  }
}
