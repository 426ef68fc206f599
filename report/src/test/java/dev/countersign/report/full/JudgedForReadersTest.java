package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.calendar.Deadlines;
import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.obligation.Obligations;
import dev.countersign.assess.placed.ElementControls;
import dev.countersign.assess.placed.PlacedControl;
import dev.countersign.assess.supply.Demand;
import dev.countersign.assess.supply.Supplied;
import dev.countersign.assess.supply.Supplies;
import dev.countersign.testing.Systems;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the assessment tells readers of one audience, on the examples. */
class JudgedForReadersTest {
  private final Checked cards = Systems.checked(Systems.example("card-fraud"));
  private final Checked support = Systems.checked(Systems.example("support-assistant"));

  @Test
  void anObligationIsAsGoodAsTheWorstThreatUnderIt() {
    Map<String, Obligation.State> states = states(cards);
    assertThat(states)
        .containsEntry("AIA:15(5)-adversarial-examples", Obligation.State.OPEN)
        .containsEntry("AIA:15(5)-data-poisoning", Obligation.State.MET)
        .containsEntry("RMF:MANAGE-2.2", Obligation.State.PLANNED);
  }

  @Test
  void anObligationThatAsksForAPracticeIsMetByAProvenControl() {
    assertThat(states(cards)).containsEntry("SSDF:PW.8.2", Obligation.State.MET);
  }

  @Test
  void aPracticeThatIsNotInPlaceDoesNotCountAsMetWhereOthersAnswer() {
    assertThat(states(cards)).containsEntry("RMF:MANAGE-1.1", Obligation.State.OTHERWISE);
  }

  @Test
  void anObligationUnderWhichNothingDerivesDoesNotApply() {
    assertThat(Obligations.of(cards))
        .filteredOn(it -> it.state() == Obligation.State.NOT_APPLICABLE)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.threats()).isEmpty());
  }

  private static Map<String, Obligation.State> states(Checked checked) {
    return Obligations.of(checked).stream()
        .collect(Collectors.toMap(Obligation::id, Obligation::state));
  }

  @Test
  void whatIsMadeHereIsNoSupply() {
    assertThat(Supplies.of(cards).items()).isEmpty();
    assertThat(Supplies.of(support).items())
        .extracting(it -> it.element().id())
        .containsExactly("help-embedder", "support-llm");
  }

  @Test
  void demandsFollowFromTheThreatsOfASupply() {
    Supplied embedder = Supplies.of(support).items().getFirst();
    assertThat(embedder.threats())
        .extracting(it -> it.threat().family().id())
        .contains("pretrained-model-compromise");
    assertThat(demands(embedder))
        .containsEntry("Vetting of foreign models", Demand.State.PROVEN)
        .containsEntry("Signed models", Demand.State.TO_DEMAND)
        .containsEntry("Rights and licence", Demand.State.TERMS)
        .doesNotContainKeys("Use and retention of what is sent", "Spending limits");
  }

  @Test
  void ofAHostedModelTermsAreDemandedAndNoFiles() {
    Supplied llm = Supplies.of(support).items().getLast();
    assertThat(demands(llm))
        .containsKey("Use and retention of what is sent")
        .doesNotContainKeys("Signed models", "Artefact scanning");
  }

  private static Map<String, Demand.State> demands(Supplied supplied) {
    return supplied.demands().stream().collect(Collectors.toMap(Demand::title, Demand::state));
  }

  @Test
  void controlsStandWithTheirElement() {
    List<ElementControls> elements = ElementControls.of(cards);
    assertThat(states(elements))
        .containsEntry("input-gate@fraud-gbt", PlacedControl.State.MISSING)
        .containsEntry("audit-log@decline-payment", PlacedControl.State.UNPROVEN)
        .containsEntry("inference-monitoring@scoring-api", PlacedControl.State.PLANNED)
        .containsEntry("rate-limiting@scoring-api", PlacedControl.State.PROVEN);
  }

  @Test
  void whatIsMissingComesWithTheLinesThatPlanIt() {
    assertThat(ElementControls.of(cards))
        .flatMap(ElementControls::controls)
        .filteredOn(it -> it.state() == PlacedControl.State.MISSING)
        .allSatisfy(it ->
            assertThat(it.add().orElseThrow().yaml())
                .startsWith("resolutions:\n")
                .contains("planned: { control: " + it.id()));
  }

  private static Map<String, PlacedControl.State> states(List<ElementControls> elements) {
    return elements.stream()
        .flatMap(it -> it.controls().stream())
        .collect(Collectors.toMap(PlacedControl::id, PlacedControl::state));
  }

  @Test
  void deadlinesAreSortedAndWhatHasPassedIsMarked() {
    List<Deadline> deadlines = Deadlines.of(cards);
    assertThat(deadlines).extracting(Deadline::day).isSorted();
    assertThat(deadlines)
        .filteredOn(Deadline::passed)
        .extracting(Deadline::subject)
        .containsExactly("model-inversion@fraud-gbt", "audit-log@decline-payment");
    assertThat(deadlines).extracting(Deadline::sort).contains(Deadline.Sort.CHECKPOINT);
  }

  @Test
  void everySortOfDayIsInTheCalendar() {
    assertThat(Deadlines.of(cards).stream().map(Deadline::sort).map(Objects::toString))
        .contains("CHECKPOINT", "PLAN", "ACCEPTANCE", "EVIDENCE", "ASSUMPTION");
  }
}
