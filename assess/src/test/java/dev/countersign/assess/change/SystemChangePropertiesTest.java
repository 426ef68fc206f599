package dev.countersign.assess.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.assess.change.ThreatChange.Sort;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every comparison, shown on a system with random changes. */
class SystemChangePropertiesTest {
  private static final Map<Long, Version> VERSIONS = new TreeMap<>();

  @TempDir static Path folder;

  private static Version random(long seed) {
    return VERSIONS.computeIfAbsent(seed, SystemChangePropertiesTest::made);
  }

  private static Version made(long seed) {
    Desk desk = new Desk(folder);
    SystemModel base = desk.with("callers: [clerk]", "callers: [clerk, customer]").system();
    return desk.of(RandomEdits.of(base, seed));
  }

  static LongStream seeds() {
    return LongStream.range(0, 24);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_differs_from_itself(long seed) {
    assertThat(SystemChange.between(random(seed), made(seed)).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void there_is_a_difference_exactly_if_the_meaning_or_a_state_is_another(long seed) {
    Version before = random(seed);
    Version after = seed % 3 == 0 ? made(seed) : random(seed + 1);

    assertThat(SystemChange.between(before, after).isEmpty())
        .isEqualTo(
            before.checked().assessment().digest().equals(after.checked().assessment().digest())
                && states(before).equals(states(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_new_one_way_is_gone_the_other_way(long seed) {
    Version one = random(seed);
    Version other = random(seed + 7);
    SystemChange there = SystemChange.between(one, other);
    SystemChange back = SystemChange.between(other, one);

    if (there.renamed().isEmpty()) {
      assertThat(ids(there, Sort.NEW)).isEqualTo(ids(back, Sort.GONE));
      assertThat(ids(there, Sort.GONE)).isEqualTo(ids(back, Sort.NEW));
    }
    assertThat(there.elements()).hasSameSizeAs(back.elements());
    assertThat(there.questions()).hasSameSizeAs(back.questions());
    assertThat(there.controls()).hasSameSizeAs(back.controls());
    assertThat(there.resolutions()).hasSameSizeAs(back.resolutions());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_threat_that_came_or_went_has_a_cause_that_was_tried(long seed) {
    SystemChange change = SystemChange.between(random(seed), random(seed + 11));

    for (ThreatChange threat : change.threats()) {
      assertThat(threat.causes()).as(threat.sort() + " " + threat.id()).isNotEmpty();
    }
    Stream<ThreatChange> derived =
        change.threats().stream().filter(t -> t.sort() == Sort.NEW || t.sort() == Sort.GONE);
    assertThat(derived.flatMap(threat -> threat.causes().stream()).map(Cause::grounds))
        .doesNotContain(Grounds.LIKELY, Grounds.STATED);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_same_versions_give_the_same_comparison(long seed) {
    assertThat(SystemChange.between(random(seed), random(seed + 5)))
        .isEqualTo(SystemChange.between(random(seed), random(seed + 5)));
  }

  private static Map<String, Answer.State> states(Version version) {
    Assessment assessment = version.checked().assessment();
    Map<String, Answer.State> states = new TreeMap<>();
    assessment
        .threats()
        .forEach(t -> t.threat().ids().forEach(id -> states.put(id, t.answer().state())));
    return states;
  }

  private static Set<String> ids(SystemChange change, Sort sort) {
    TreeSet<String> ids = new TreeSet<>();
    for (ThreatChange threat : change.threats(sort)) {
      ids.add(threat.id());
      ids.addAll(List.copyOf(threat.also()));
    }
    return ids;
  }
}
