package dev.countersign.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.policy.Exemption;
import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.assess.policy.Gate;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.RequiredControl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every system, every policy and every day. */
class AssessmentPropertiesTest {
  private static final int CASES = 400;

  @Test
  void timeAloneNeverMakesAnythingBetter() {
    int passes = 0;
    int turned = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      Assessment before = some.assess(some.policy, RandomCase.TODAY);
      for (int days : List.of(1, 30, 180, 500)) {
        Assessment after = some.assess(some.policy, RandomCase.TODAY.plusDays(days));
        assertThat(worth(after))
            .as("seed %d, day %d", seed, days)
            .isLessThanOrEqualTo(worth(before));
        assertNoAnswerIsBetter(seed, before, after);
        passes += before.verdict() == Verdict.PASS ? 1 : 0;
        turned += before.verdict() == after.verdict() ? 0 : 1;
        before = after;
      }
    }
    assertThat(passes).as("cases that pass at first").isGreaterThan(20);
    assertThat(turned).as("cases that time turns").isGreaterThan(10);
  }

  private static void assertNoAnswerIsBetter(int seed, Assessment before, Assessment after) {
    for (int i = 0; i < before.threats().size(); i++) {
      assertThat(worth(after.threats().get(i)))
          .as("seed %d, %s", seed, before.threats().get(i).threat().id())
          .isLessThanOrEqualTo(worth(before.threats().get(i)));
    }
  }

  @Test
  void anExemptionTouchesOnlyWhatItNames() {
    int used = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      Exemption exemption = some.exemption();
      List<Exemption> more = new ArrayList<>(some.policy.exemptions());
      more.add(exemption);
      Assessment without = some.assess(some.policy, RandomCase.TODAY);
      Assessment with =
          some.assess(some.with(more, some.policy.requiredControls()), RandomCase.TODAY);

      assertThat(with.threats()).isEqualTo(without.threats());
      Map<String, Finding> after = byId(with);
      for (Finding finding : without.findings()) {
        Finding now = after.remove(finding.id());
        if (!finding.equals(now)) {
          used++;
          assertThat(mayTouch(exemption, finding))
              .as("seed %d: %s, %s", seed, exemption, finding)
              .isTrue();
          assertThat(Optional.ofNullable(now).map(Finding::severity))
              .hasValueSatisfying(
                  severity -> assertThat(severity).isGreaterThanOrEqualTo(finding.severity()));
        }
      }
      assertThat(after.keySet()).allMatch(id -> id.matches("(dead|expired)-exemption:.*"));
    }
    assertThat(used).as("findings that an exemption freed").isGreaterThan(20);
  }

  @Test
  void theOrderOfAPolicyDoesNotMatter() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      List<Exemption> exemptions = new ArrayList<>(some.policy.exemptions());
      List<RequiredControl> required = new ArrayList<>(some.policy.requiredControls());
      exemptions.add(some.exemption());
      exemptions.add(some.exemption());
      Assessment one = some.assess(some.with(exemptions, required), RandomCase.TODAY);
      Collections.shuffle(exemptions, new Random(seed));
      Collections.shuffle(required, new Random(seed));
      Assessment other = some.assess(some.with(exemptions, required), RandomCase.TODAY);
      assertThat(other).as("seed %d", seed).isEqualTo(one);
    }
  }

  @Test
  void aStricterGateNeverLetsMorePass() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      List<Integer> worths = new ArrayList<>();
      for (String word : Gate.words()) {
        Policy policy = some.policy.withFailOn(Gate.parse(word).orElseThrow());
        worths.add(worth(some.assess(policy, RandomCase.TODAY)));
      }
      assertThat(worths).as("seed %d, from low to never", seed).isSorted();
    }
  }

  @Test
  void everyFindingHasItsOwnIdAndErrorsDecideTheVerdict() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      Assessment assessment = some.assess(some.policy, RandomCase.TODAY);
      assertThat(assessment.findings()).extracting(Finding::id).doesNotHaveDuplicates();
      assertThat(assessment.findings()).extracting(Finding::severity).isSorted();
      boolean errors =
          assessment.findings().stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
      assertThat(assessment.verdict()).isEqualTo(errors ? Verdict.FAIL : Verdict.PASS);
    }
  }

  @Test
  void anUnansweredThreatAtTheGateAlwaysFails() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCase some = new RandomCase(seed);
      Policy strict = some.with(List.of(), List.of());
      Assessment assessment = some.assess(strict, RandomCase.TODAY);
      boolean unanswered =
          assessment.threats().stream()
              .filter(t -> strict.gate().fails(t.threat().rank().severity()))
              .anyMatch(t -> worth(t) < 2);
      assertThat(unanswered && assessment.verdict() == Verdict.PASS).as("seed %d", seed).isFalse();
    }
  }

  private static boolean mayTouch(Exemption exemption, Finding finding) {
    boolean named =
        finding.id().equals(exemption.id())
            || finding.subject().equals(Optional.of(exemption.id()));
    // A control's finding weighs as much as the threats that wait for its proof.
    return named
        || (exemption.scope() == Scope.THREAT && finding.rule().equals("unproven-control"));
  }

  private static Map<String, Finding> byId(Assessment assessment) {
    return assessment.findings().stream()
        .collect(Collectors.toMap(Finding::id, Function.identity()));
  }

  private static int worth(Assessment assessment) {
    return assessment.verdict() == Verdict.PASS ? 1 : 0;
  }

  private static int worth(AssessedThreat threat) {
    State state = threat.answer().state();
    return state == State.OPEN ? 0 : state == State.UNPROVEN ? 1 : 2;
  }
}
