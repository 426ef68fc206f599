package dev.countersign.assess.loss;

import static dev.countersign.assess.Answer.State.ACCEPTED;
import static dev.countersign.assess.Answer.State.CONTROLLED;
import static dev.countersign.assess.Answer.State.OPEN;
import static dev.countersign.assess.Answer.State.PLANNED;
import static dev.countersign.assess.Answer.State.UNPROVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.groups.Tuple.tuple;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.knowledge.Effort;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Harm;
import dev.countersign.model.FactValue;
import dev.countersign.model.TrustLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossEstimateTest {
  @Test
  void theSameSystemGivesTheSameNumbers() {
    assertThat(mixed().losses()).isEqualTo(mixed().losses());
  }

  @Test
  void theOrderOfThreatsChangesNothing() {
    Priced system = mixed();
    List<AssessedThreat> backwards = new ArrayList<>(system.threats());
    Collections.reverse(backwards);

    assertThat(system.losses(backwards)).isEqualTo(system.losses());
  }

  @Test
  void oneMoreThreatDoesNotMoveTheNumbersOfAnother() {
    Losses before = new Priced().decision("pay", 1000).threat("evasion", OPEN, "pay").losses();
    Losses after = mixed().losses();

    assertThat(after.threats().get("evasion@model"))
        .isEqualTo(before.threats().get("evasion@model"));
    assertThat(after.threats()).hasSize(4);
  }

  @Test
  void everyThreatHasItsOwnLuck() {
    Losses losses =
        new Priced()
            .decision("pay", 1000)
            .threat("evasion", OPEN, "pay")
            .threat("invasion", OPEN, "pay")
            .losses();
    LossRange one = losses.of("evasion@model").orElseThrow();
    LossRange other = losses.of("invasion@model").orElseThrow();

    assertThat(other).isNotEqualTo(one);
    assertThat(other.mean()).isCloseTo(one.mean(), withinPercentage(25));
    assertThat(losses.system().getFirst().mean())
        .isCloseTo(one.mean() + other.mean(), withinPercentage(5));
    assertThat(losses.system().getFirst().p95()).isNotEqualTo(one.p95() + other.p95());
  }

  @Test
  void withoutAmountsThereIsOnlyTheRank() {
    Losses losses =
        new Priced()
            .decision("pay", Map.of("volume", new FactValue.Rate(5, "5/day")))
            .decision("lend", Map.of("if-wrong.financial", Priced.money("1", "2", "EUR")))
            .threat("evasion", OPEN, "pay", "lend")
            .losses();

    assertThat(losses.ordinalOnly()).isTrue();
    assertThat(losses.system()).isEmpty();
    assertThat(losses.years()).isZero();
    assertThat(losses.missing()).containsExactly("lend", "pay");
    assertThat(losses.unpriced())
        .containsExactly(
            Map.entry(
                "The decisions that it reaches give no amount or volume.",
                List.of("evasion@model")));
  }

  @Test
  void withoutDecisionsThereIsNothing() {
    assertThat(new Priced().losses()).isEqualTo(Losses.NONE);
  }

  @Test
  void whatDisclosesOrReachesNothingIsOnlyRanked() {
    Losses losses =
        new Priced()
            .decision("pay", 1000)
            .threat("evasion", OPEN, "pay")
            .threat("tampering", OPEN)
            .threat(leak(), "customer", OPEN, "pay")
            .losses();

    assertThat(losses.threats()).containsOnlyKeys("evasion@model");
    assertThat(losses.ranked()).isEqualTo(2);
    assertThat(losses.whyUnpriced("leak@model"))
        .hasValueSatisfying(why -> assertThat(why).startsWith("It discloses"));
    assertThat(losses.whyUnpriced("tampering@model")).contains("It reaches no decision.");
    assertThat(losses.whyUnpriced("evasion@model")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Harm.class, names = "CONFIDENTIALITY", mode = EnumSource.Mode.EXCLUDE)
  void moreVolumeNeverCostsLess(Harm harm) {
    LossRange before = new LossRange(0, 0, 0, 0, "EUR");
    for (double volume : new double[] {0, 0.01, 0.5, 1, 7, 100, 1e4, 1e6, 1e9}) {
      LossRange range = only(harm, "10", "50", volume);
      assertRises(before, range);
      before = range;
    }
    assertThat(before.mean()).isPositive();
  }

  @Test
  void aHigherAmountNeverCostsLess() {
    assertRises(only(Harm.INTEGRITY, "10", "50", 1000), only(Harm.INTEGRITY, "10", "60", 1000));
    assertRises(only(Harm.INTEGRITY, "10", "50", 1000), only(Harm.INTEGRITY, "20", "50", 1000));
  }

  @ParameterizedTest
  @EnumSource(value = Harm.class, names = "CONFIDENTIALITY", mode = EnumSource.Mode.EXCLUDE)
  void aProvenControlNeverRaisesALoss(Harm harm) {
    LossRange open = single(harm, OPEN);
    LossRange controlled = single(harm, CONTROLLED);

    assertRises(controlled, open);
    assertThat(controlled.mean()).isLessThan(open.mean() * 0.6);
  }

  @ParameterizedTest
  @EnumSource(value = Answer.State.class, names = "CONTROLLED", mode = EnumSource.Mode.EXCLUDE)
  void onlyProofLowersALoss(Answer.State state) {
    assertThat(single(Harm.INTEGRITY, state)).isEqualTo(single(Harm.INTEGRITY, OPEN));
  }

  @Test
  void whoeverIsTrustedMoreTriesLess() {
    double before = Double.MAX_VALUE;
    for (TrustLevel trust : TrustLevel.values()) {
      double mean = by(trust, Optional.of("money")).mean();
      assertThat(mean).as("%s", trust).isLessThan(before);
      before = mean;
    }
  }

  @Test
  void whoeverGainsTriesMore() {
    double gain = by(TrustLevel.PUBLIC, Optional.of("money")).mean();
    double unknown = by(TrustLevel.PUBLIC, Optional.empty()).mean();
    double none = by(TrustLevel.PUBLIC, Optional.of("none")).mean();

    assertThat(gain).isGreaterThan(unknown);
    assertThat(unknown).isGreaterThan(none);
  }

  @Test
  void whatTakesMoreEffortWorksLess() {
    double before = Double.MAX_VALUE;
    for (Effort effort : Effort.values()) {
      Losses losses =
          new Priced()
              .decision("pay", 1000)
              .threat(Priced.family("evasion", effort, Harm.INTEGRITY), "customer", OPEN, "pay")
              .losses();
      double mean = losses.system().getFirst().mean();
      assertThat(mean).as("%s", effort).isLessThan(before);
      before = mean;
    }
  }

  @Test
  void peopleInBetweenAndUndoingLowerALoss() {
    double worst = facts("automation", "automatic", "reversible", "no").mean();

    for (String automation : List.of("human-overrides", "human-approves", "advisory")) {
      double mean = facts("automation", automation, "reversible", "no").mean();
      assertThat(mean).as(automation).isLessThan(worst);
    }
    double partly = facts("automation", "automatic", "reversible", "partly").mean();
    double yes = facts("automation", "automatic", "reversible", "yes").mean();
    assertThat(partly).isLessThan(worst);
    assertThat(yes).isLessThan(partly);
  }

  @Test
  void anAmountForAnIncidentDoesNotGrowWithTheVolume() {
    assertThat(per("incident", 10)).isEqualTo(per("incident", 1e6));
    assertThat(per("day", 10)).isEqualTo(per("day", 1e6));
    assertThat(per("day", 10).mean()).isGreaterThan(per("incident", 10).mean());
  }

  @Test
  void theAcceptedPartIsNoMoreThanTheTotal() {
    Losses losses = mixed().losses();
    LossRange accepted = losses.accepted().getFirst();

    assertRises(accepted, losses.system().getFirst());
    assertThat(accepted).isEqualTo(losses.of("seizure@model").orElseThrow());
  }

  @Test
  void ifAllIsAcceptedThePartIsTheWhole() {
    Losses losses = new Priced().decision("pay", 10).threat("evasion", ACCEPTED, "pay").losses();

    assertThat(losses.accepted()).isEqualTo(losses.system());
    assertThat(losses.savings()).isEmpty();
  }

  @Test
  void whereNothingIsAcceptedNothingIsSaidAboutIt() {
    assertThat(new Priced().decision("pay", 9).threat("evasion", OPEN, "pay").losses().accepted())
        .isEmpty();
  }

  @Test
  void aThreatCostsThroughTheGravestDecisionOnly() {
    Losses both =
        new Priced()
            .decision("small", 10)
            .decision("large", 100_000)
            .threat("evasion", OPEN, "small", "large")
            .losses();
    Losses large =
        new Priced().decision("large", 100_000).threat("evasion", OPEN, "large").losses();

    assertThat(both.system()).isEqualTo(large.system());
    assertThat(priced(both, "evasion@model").decision()).isEqualTo("large");
  }

  @Test
  void currenciesStayApart() {
    Losses losses =
        new Priced()
            .decision("pay", "10", "50", "USD", 1000)
            .decision("lend", "10", "50", "CHF", 1000)
            .threat("evasion", OPEN, "pay")
            .threat("invasion", ACCEPTED, "lend")
            .losses();

    assertThat(losses.system()).extracting(LossRange::currency).containsExactly("CHF", "USD");
    assertThat(losses.accepted()).extracting(LossRange::currency).containsExactly("CHF");
    assertThat(losses.of("evasion@model")).contains(losses.system().get(1));
    assertThat(losses.savings()).allMatch(saving -> saving.saves().currency().equals("USD"));
  }

  @Test
  void savingsNameTheControlThatIsMeant() {
    Losses losses = mixed().losses();

    assertThat(losses.savings())
        .extracting(ControlSaving::control, ControlSaving::threats)
        .containsExactlyInAnyOrder(
            tuple("gate@model", List.of("evasion@model", "invasion@model")),
            tuple("filter@model", List.of("evasion@model", "invasion@model")));
  }

  @Test
  void anAnswerThatIsNotProvenOrOnlyPlannedSaysWhichControl() {
    for (Answer.State state : List.of(UNPROVEN, PLANNED)) {
      Losses losses = new Priced().decision("pay", 9).threat("evasion", state, "pay").losses();
      assertThat(losses.savings())
          .extracting(ControlSaving::control)
          .containsExactly("filter@model");
    }
  }

  @Test
  void aControlSavesNoMoreThanThereIsToLose() {
    Losses losses = new Priced().decision("pay", 1000).threat("evasion", OPEN, "pay").losses();
    LossRange saves = losses.savings().getFirst().saves();

    assertRises(saves, losses.system().getFirst());
    assertThat(saves.mean()).isPositive();
  }

  @Test
  void equalSavingsStandInTheOrderOfTheFamily() {
    Losses losses = new Priced().decision("pay", 1000).threat("evasion", OPEN, "pay").losses();

    assertThat(losses.savings())
        .extracting(ControlSaving::control)
        .containsExactly("gate@model", "filter@model");
  }

  @Test
  void nothingToLoseCostsNothing() {
    LossRange nothing = new LossRange(0, 0, 0, 0, "EUR");

    assertThat(only(Harm.INTEGRITY, "10", "50", 0)).isEqualTo(nothing);
    assertThat(only(Harm.INTEGRITY, "0", "0", 1000)).isEqualTo(nothing);
    assertThat(only(Harm.AVAILABILITY, "0", "0", 1000)).isEqualTo(nothing);
  }

  @ParameterizedTest
  @EnumSource(value = Harm.class, names = "CONFIDENTIALITY", mode = EnumSource.Mode.EXCLUDE)
  void theHugeStaysFiniteAndBounded(Harm harm) {
    double volume = 1e15;
    LossRange range = only(harm, "1000000000000", "1000000000000", volume);

    assertThat(range.mean()).isFinite().isPositive();
    assertThat(range.p95()).isLessThanOrEqualTo(volume * 1e12 * 365);
  }

  @Test
  void noYearCostsMoreThanAllDecisionsOfIt() {
    Priced system = new Priced().decision("pay", "100", "100", "EUR", 0.001);
    for (int i = 0; i < 40; i++) {
      system.threat("f" + i, i % 2 == 0 ? OPEN : ACCEPTED, "pay");
    }
    Losses losses = system.losses();
    double most = 100 * 0.001 * 365;

    assertThat(losses.system().getFirst().p95()).isLessThanOrEqualTo(most + 0.5);
    assertRises(losses.accepted().getFirst(), losses.system().getFirst());
  }

  @Test
  void manyThreatsAreSimulatedForFewerYears() {
    Priced system = new Priced().decision("pay", 1000);
    for (int i = 0; i < 1000; i++) {
      system.threat("f" + i, OPEN, "pay");
    }
    Losses losses = system.losses();

    assertThat(losses.years()).isEqualTo(2000);
    assertThat(losses.threats()).hasSize(1000);
    assertThat(losses.savings()).hasSizeLessThanOrEqualTo(20);
    assertThat(losses.savings().getFirst().threats()).hasSize(100);
  }

  @Test
  void theInputsAreShownWithTheirPlace() {
    Losses losses = new Priced().decision("pay", 1000).threat("evasion", OPEN, "pay").losses();

    assertThat(priced(losses, "evasion@model").inputs())
        .contains(
            "pay: 10 to 50 EUR for each wrong decision (countersign.yaml:12).",
            "pay is made 1000.0/day (countersign.yaml:12).",
            "customer (customer) or the like tries it 0.3 to 12 times a year, of which 30 to 90 %"
                + " remain, as no gain is stated (our prior).",
            "5 to 60 % of attempts work: it takes scripts and many tries (our prior).",
            "No proven control counts: open.");
  }

  @Test
  void whatNeedsNobodyComesAboutByItself() {
    Losses losses =
        new Priced()
            .decision("pay", 1000)
            .threat(Priced.family("drift", Effort.LOW, Harm.INTEGRITY), "model", CONTROLLED, "pay")
            .losses();

    assertThat(priced(losses, "drift@model").inputs())
        .contains(
            "It comes about by itself 0.1 to 2 times a year (our prior).",
            "It needs nobody who makes it work.",
            "A proven control stops 40 to 95 % of incidents (our prior).");
  }

  private static Priced mixed() {
    return new Priced()
        .decision("pay", 1000)
        .threat("evasion", OPEN, "pay")
        .threat("invasion", OPEN, "pay")
        .threat("seizure", ACCEPTED, "pay")
        .threat("capture", CONTROLLED, "pay");
  }

  private static Family leak() {
    return Priced.family("leak", Effort.LOW, Harm.CONFIDENTIALITY);
  }

  private static LossRange only(Harm harm, String low, String high, double volume) {
    return new Priced()
        .decision("pay", low, high, "EUR", volume)
        .threat(Priced.family("evasion", Effort.LOW, harm), "customer", OPEN, "pay")
        .losses()
        .system()
        .getFirst();
  }

  private static LossRange single(Harm harm, Answer.State state) {
    return new Priced()
        .decision("pay", 1000)
        .threat(Priced.family("evasion", Effort.LOW, harm), "customer", state, "pay")
        .losses()
        .system()
        .getFirst();
  }

  private static LossRange by(TrustLevel trust, Optional<String> gains) {
    return new Priced()
        .actor("somebody", trust, gains)
        .decision("pay", 1000)
        .threat(Priced.family("evasion", Effort.LOW, Harm.INTEGRITY), "somebody", OPEN, "pay")
        .losses()
        .system()
        .getFirst();
  }

  private static LossRange facts(String key, String word, String other, String otherWord) {
    return new Priced()
        .decision(
            "pay",
            Map.of(
                "if-wrong.financial",
                Priced.money("10", "50", "EUR"),
                "volume",
                new FactValue.Rate(1000, "1000/day"),
                key,
                new FactValue.Word(word),
                other,
                new FactValue.Word(otherWord)))
        .threat("evasion", OPEN, "pay")
        .losses()
        .system()
        .getFirst();
  }

  private static LossRange per(String what, double volume) {
    return new Priced()
        .decision(
            "pay",
            Map.of(
                "if-wrong.financial", Priced.money("10", "50", "EUR"),
                "if-wrong.per", new FactValue.Word(what),
                "volume", new FactValue.Rate(volume, volume + "/day")))
        .threat("evasion", OPEN, "pay")
        .losses()
        .system()
        .getFirst();
  }

  private static void assertRises(LossRange less, LossRange more) {
    assertThat(more.p5()).isGreaterThanOrEqualTo(less.p5());
    assertThat(more.p50()).isGreaterThanOrEqualTo(less.p50());
    assertThat(more.p95()).isGreaterThanOrEqualTo(less.p95());
    assertThat(more.mean()).isGreaterThanOrEqualTo(less.mean());
  }

  private static ThreatLoss priced(Losses losses, String threat) {
    return Optional.ofNullable(losses.threats().get(threat)).orElseThrow();
  }
}
