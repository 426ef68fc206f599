package dev.countersign.watch.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.DetectorContract;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.detector.FleetReadings;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.detector.State;
import dev.countersign.watch.evasion.Asking;
import dev.countersign.watch.evasion.Evasion;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One attack by many accounts is seen, and many accounts that each do their own are not. */
class CollusionTest extends DetectorContract {
  private static final ModelBaseline BASELINE = learnt();

  private static ModelBaseline learnt() {
    Learner learner = new Collusion().learner().orElseThrow();
    for (int i = 0; i < 60; i++) {
      new Asking("batch " + i, 100 + i).scores(150).asked().forEach(learner::learn);
    }
    for (int i = 0; i < 12; i++) {
      new Asking("sensor " + i, 200 + i).measures(150).asked().forEach(learner::learn);
      new Asking("what if " + i, 300 + i).asksWhatIf(150).asked().forEach(learner::learn);
    }
    ModelBaseline known = Asking.baseline();
    return new ModelBaseline(
        "fleet",
        "linear",
        "linear",
        known.space(),
        Map.of(),
        Map.of(Evasion.ID, known.settings(Evasion.ID), Collusion.ID, learner.settings()));
  }

  @Override
  protected DetectorKind kind() {
    return new Collusion();
  }

  @Override
  protected ModelBaseline baseline() {
    return BASELINE;
  }

  @Override
  protected List<Event> events() {
    return new Asking("eve", 1).searches(300).asked();
  }

  /** The largest value of each group of accounts, by its name. */
  private static Map<String, Double> groups(List<Event> events) {
    Map<String, Double> largest = new TreeMap<>();
    fleet(contributions(events, new Collusion().client(BASELINE)), largest);
    return largest;
  }

  private static <S extends State> List<Contribution> contributions(
      List<Event> events, ClientDetector<S> detector) {
    Map<String, S> states = new TreeMap<>();
    Said said = new Said();
    for (Event event : events) {
      S state = states.computeIfAbsent(event.client(), name -> detector.fresh());
      detector.row(state, event, 0, BASELINE.space().orElseThrow().newPlace(), said);
    }
    List<Contribution> ordered = new ArrayList<>(said.contributions());
    ordered.sort(Contribution.ORDER);
    return ordered;
  }

  private static Groups fleet(List<Contribution> contributions, Map<String, Double> largest) {
    GroupWatch fleet = new GroupWatch(Directions.read(BASELINE.settings(Collusion.ID)));
    Groups groups = fleet.fresh();
    FleetReadings out =
        (statistic, value, subject, clients, events) -> {
          assertThat(clients).isNotEmpty().hasSizeLessThanOrEqualTo(8);
          largest.merge(subject, value, Math::max);
        };
    contributions.forEach(one -> fleet.take(groups, one, out));
    return groups;
  }

  private static Event by(String client, Event event) {
    return Event.at(event.time(), event.id())
        .system(event.system())
        .model(event.model())
        .client(client)
        .rows(event.rows())
        .build();
  }

  private static List<Event> spread(List<Event> events, int accounts) {
    List<Event> spread = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      spread.add(by("account-" + i * 7 % accounts, events.get(i)));
    }
    return spread;
  }

  @Test
  void accountsThatSearchAroundTheSameRowAreSeenTogether() {
    List<Event> search = spread(new Asking("eve", 3).searches(500).asked(), 10);
    assertThat(groups(search).values()).anyMatch(value -> value >= 2);
  }

  @Test
  void accountsThatAskAboutRandomRowsAreSeenTogether() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] row = new float[Asking.WIDTH];
      for (int k = 0; k < row.length; k++) {
        row[k] = k % 2 == 0 ? 1 - 0.001f * (i % 100) : 0.002f * (i % 50);
      }
      events.add(
          Event.at(i, "e" + i)
              .client("account-" + i % 10)
              .rows(new Rows(1, row, new float[] {1}))
              .build());
    }
    assertThat(groups(events))
        .anySatisfy((name, value) -> {
          assertThat(name).startsWith("accounts in direction");
          assertThat(value).isGreaterThan(3);
        });
  }

  @Test
  void benignAccountsThatEachDoTheirOwnAreNot() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.addAll(new Asking("batch-" + i, i).scores(300).asked());
      events.addAll(new Asking("sensor-" + i, 20 + i).measures(300).asked());
      events.addAll(new Asking("what-if-" + i, 40 + i).asksWhatIf(300).asked());
    }
    assertThat(groups(events))
        .allSatisfy((name, value) ->
            assertThat(value).as(name).isLessThan(name.startsWith("accounts around") ? 2 : 3));
  }

  @Test
  void accountsThatAskAboutTheVerySameRowsHaveOnlyTheRowsInCommon() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (Event event : new Asking("suite", 9).asksWithNoise(300, 4, 0.01).asked()) {
        events.add(by("account-" + i, event));
      }
    }
    assertThat(groups(events).values()).allMatch(value -> value < 2);
  }

  @Test
  void whatIsRememberedOfAllAccountsIsBoundedAndSurvivesBeingWritten() throws IOException {
    List<Contribution> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      long[] prints = {i, -i, 3L * i, 7L * i, i};
      many.add(new Contribution(i, "", "", "c" + i, "e" + i, "", "", new float[0], prints));
    }
    Groups groups = fleet(many, new TreeMap<>());
    assertThat(groups.size()).isLessThanOrEqualTo(Groups.MOST_PRINTS + Groups.MOST_DIRECTIONS);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    groups.write(new DataOutputStream(written));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    Groups.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())))
        .write(new DataOutputStream(again));
    assertThat(again.toByteArray()).isEqualTo(written.toByteArray());
  }

  @Test
  void itIsThereByItself() {
    assertThat(Detectors.all()).extracting(DetectorKind::id).contains(Collusion.ID);
  }
}
