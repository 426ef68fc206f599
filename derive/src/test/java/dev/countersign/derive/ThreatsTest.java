package dev.countersign.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a threat says, on systems small enough to read. */
class ThreatsTest {
  private static final String FRAUD =
      """
      actors:
        cardholder: { trust: customer, gains: a fraudulent payment goes through }
        merchant: partner
      datasets:
        transactions:
          { origin: production-logs, writers: [cardholder, merchant], labels: { writers: none } }
      models:
        fraud-gbt:
          { task: classification, origin: trained-here, trained-on: [transactions], exposes: [score], proprietary: yes }
      components:
        scoring-api: { runs: fraud-gbt, callers: [cardholder, merchant], interface: api }
      decisions:
        decline:
          by: fraud-gbt
          automation: automatic
          volume: 1200000/day
          if-wrong: { financial: 40 EUR, per: decision }
      """;

  @ParameterizedTest
  @CsvSource({
    "reversible: no, 'reaches decline (automatic, cannot be undone, 40 EUR if wrong)'",
    "reversible: partly, 'reaches decline (automatic, hard to undo, 40 EUR if wrong)'",
    "reversible: yes, 'reaches decline (automatic, 40 EUR if wrong)'"
  })
  void its_rank_says_whether_the_decision_can_be_undone(String reversible, String reason) {
    String system =
        FRAUD.replace("automation: automatic", "automation: automatic\n    " + reversible);

    Rank rank = Systems.threat(system, "evasion@fraud-gbt").rank();

    assertThat(rank.impactReasons()).containsExactly(reason);
    assertThat(rank.likelihoodReasons()).contains("takes scripts and many tries");
    assertThat(rank.likelihoodReasons()).doesNotContain(reason);
  }

  @Test
  void it_names_who_starts_it_and_the_way() {
    Threat threat = Systems.threat(FRAUD, "model-extraction@fraud-gbt");

    assertThat(threat.path()).containsExactly("cardholder", "scoring-api", "fraud-gbt");
    assertThat(threat.because())
        .contains(
            "People outside the organisation can query fraud-gbt through scoring-api again and again"
                + " and keep the answers.");
    assertThat(threat.decisions()).containsExactly("decline");
  }

  @Test
  void it_names_the_facts_that_it_stands_on() {
    Threat threat = Systems.threat(FRAUD, "model-extraction@fraud-gbt");

    assertThat(threat.facts())
        .contains(new FactRef("scoring-api", "callers"), new FactRef("fraud-gbt", "proprietary"));
  }

  @Test
  void somebody_who_gains_comes_before_somebody_who_does_not() {
    Rank gaining = Systems.threat(FRAUD, "evasion@fraud-gbt").rank();
    Rank idle =
        Systems.threat(
                FRAUD.replace(", gains: a fraudulent payment goes through", ""),
                "evasion@fraud-gbt")
            .rank();

    assertThat(gaining.score()).isGreaterThan(idle.score());
    assertThat(gaining.reasons()).contains("cardholder gains: a fraudulent payment goes through");
  }

  @Test
  void a_person_in_between_lowers_the_rank() {
    Rank automatic = Systems.threat(FRAUD, "evasion@fraud-gbt").rank();
    Rank approved =
        Systems.threat(
                FRAUD.replace("automation: automatic", "automation: human-approves"),
                "evasion@fraud-gbt")
            .rank();

    assertThat(approved.score()).isLessThan(automatic.score());
  }

  @Test
  void the_harm_of_a_decision_is_shown_in_its_currency() {
    assertThat(Systems.threat(FRAUD, "evasion@fraud-gbt").rank().reasons().getFirst())
        .isEqualTo("reaches decline (automatic, 40 EUR if wrong)");
  }

  @Test
  void elements_that_need_the_same_answer_for_the_same_reason_are_one_threat() {
    String twins =
        """
        datasets:
          a: { origin: scraped, labels: { writers: none }, pinned: no }
          b: { origin: scraped, labels: { writers: none }, pinned: no }
        models:
          scorer: { task: classification, origin: trained-here, trained-on: [a, b] }
        """;

    Threat threat = Systems.threat(twins, "data-poisoning@b");

    assertThat(threat.id()).isEqualTo("data-poisoning@a");
    assertThat(threat.members()).containsExactly("b");
    assertThat(threat.ids()).containsExactly("data-poisoning@a", "data-poisoning@b");
  }

  @Test
  void a_question_says_what_it_decides_and_what_may_be_answered() {
    Derivation derivation =
        Systems.derive(
            FRAUD.replace("origin: production-logs, writers: [cardholder, merchant], ", ""));

    assertThat(derivation.questions())
        .filteredOn(question -> question.id().equals("writers@transactions"))
        .singleElement()
        .satisfies(question -> {
          assertThat(question.text())
              .isEqualTo("Who can add items to transactions or change them?");
          assertThat(question.answers())
              .containsExactly("ids of actors, components, channels, outputs, decisions", "none");
          assertThat(question.decides()).contains("data-poisoning@transactions");
        });
  }
}
