package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecisionSentencesTest {
  private static final Place HERE = new Place("countersign.yaml", 1, 1);
  private final Map<String, Fact> facts = new TreeMap<>();

  @Test
  void everythingIsKnown() {
    given("automation", new FactValue.Word("automatic"));
    given("volume", new FactValue.Rate(1_200_000, "1200000/day"));
    given("reversible", new FactValue.Word("no"));
    given("if-wrong.financial", new FactValue.Money(euro(5), euro(90), "EUR"));
    given("if-wrong.harm", new FactValue.Words(List.of("service", "safety")));
    assertThat(said())
        .isEqualTo(
            "decline happens by itself, about 1.2 million times a day, and cannot be undone. A wrong"
                + " one costs 5 to 90 EUR and puts people's safety and service to customers at risk.");
  }

  @Test
  void nothingIsKnown() {
    assertThat(said())
        .isEqualTo(
            "decline is triggered by the output. Nobody has said whether a person has a say, how"
                + " often it happens, whether it can be undone or what a wrong one costs.");
  }

  @Test
  void onlyHarmIsKnown() {
    given("automation", new FactValue.Word("advisory"));
    given("if-wrong.harm", new FactValue.Words(List.of("rights")));
    assertThat(said())
        .isEqualTo(
            "decline is left to a person, who weighs the output with other things. A wrong one puts"
                + " people's rights at risk. Nobody has said how often it happens, whether it can be"
                + " undone or what a wrong one costs.");
  }

  @Test
  void anAmountMayBeForAnIncident() {
    given("automation", new FactValue.Word("human-approves"));
    given("volume", new FactValue.Rate(40, "40/day"));
    given("reversible", new FactValue.Word("partly"));
    given("if-wrong.financial", new FactValue.Money(euro(500), euro(500), "EUR"));
    given("if-wrong.per", new FactValue.Word("incident"));
    assertThat(said())
        .isEqualTo(
            "decline happens only once a person agrees, about 40 times a day, and can be undone only"
                + " with effort or loss. Each incident costs 500 EUR.");
  }

  private void given(String key, FactValue value) {
    facts.put(key, new Fact(value, HERE));
  }

  private String said() {
    Element decision = new Element(ElementKind.DECISION, "decline", HERE, facts);
    return DecisionSentences.of(decision).text().replace('\u00A0', ' ');
  }

  private static BigDecimal euro(long amount) {
    return BigDecimal.valueOf(amount);
  }
}
