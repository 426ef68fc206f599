package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Harm;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue.Money;
import dev.countersign.testing.CardFraud;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  @ParameterizedTest
  @CsvSource({
    "cardholder, cardholders",
    "ml-engineer, ML engineers",
    "company, companies",
    "passer-by, passers-by",
    "bench-lab, the bench lab",
    "ml-team, the ML team",
    "operations-staff, operations staff",
    "trust-and-safety, trust and safety",
    "boss, bosses",
    "platform-ops, platform ops",
    "survey, surveys"
  })
  void anIdOfAnActorIsReadAsSeveral(String id, String plural) {
    assertThat(Nouns.plural(id)).isEqualTo(plural);
  }

  @ParameterizedTest
  @CsvSource({"cardholder, true", "u_2.x, false", "a.b, false", "team-7, false", "x, false"})
  void whatIsNoNounStaysAnId(String id, boolean noun) {
    assertThat(Nouns.isNoun(id)).isEqualTo(noun);
  }

  @ParameterizedTest
  @CsvSource({
    "Backdoor planted through data, a backdoor planted through data",
    "Decision that nobody can prove, a decision that nobody can prove",
    "Exposed AI service, an exposed AI service",
    "Altered prompt or instruction file, an altered prompt or instruction file",
    "Replaced or altered model artefact, a replaced or altered model artefact",
    "Model learns from its own effects, a model that learns from its own effects",
    "Opponents adapt to a stale model, opponents that adapt to a stale model",
    "Supplier changes the model silently, a supplier that changes the model silently",
    "From the front door to the store, a way from the front door to the store",
    "Model extraction by querying, model extraction by querying",
    "Theft of the model artefact, theft of the model artefact",
    "Poisoning of labels, poisoning of labels",
    "Credentials within the model's reach, credentials within the model's reach",
    "AI supply, AI supply"
  })
  void aTitleStandsInASentence(String title, String within) {
    assertThat(Titles.within(title)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "1200000, about 1.2 million times a day",
    "24, about 24 times a day",
    "1, once a day",
    "0.2857142857, twice a week",
    "0.1, about 3 times a month",
    "0.01, about 4 times a year",
    "0, never so far"
  })
  void howOftenIsSaidInTheUnitThatFits(double perDay, String often) {
    assertThat(Numbers.often(perDay).replace('\u00A0', ' ')).isEqualTo(often);
  }

  @Test
  void moneyIsAsExactAsItWasGiven() {
    assertThat(money("5", "90")).isEqualTo("5 to 90 EUR");
    assertThat(money("0.50", "4")).isEqualTo("0.50 to 4 EUR");
    assertThat(money("3000", "7300")).isEqualTo("3 000 to 7 300 EUR");
    assertThat(money("500", "60000")).isEqualTo("500 to 60 000 EUR");
    assertThat(money("1234567", "1234567")).isEqualTo("1 234 567 EUR");
    assertThat(money("0.02", "0.02")).isEqualTo("0.02 EUR");
  }

  @Test
  void daysAreWrittenAsPeopleWriteThem() {
    assertThat(Numbers.day(LocalDate.of(2027, 3, 1))).isEqualTo("1\u00A0March\u00A02027");
    assertThat(Numbers.days("It ended on 2026-09-30, not 2026-13-01."))
        .isEqualTo("It ended on 30\u00A0September\u00A02026, not 2026-13-01.");
  }

  @Test
  void whatCanHappenIsSaidOnceWithItsVerb() {
    assertThat(Verbs.joined(List.of("be probed for what it holds", "be misled")))
        .isEqualTo("be misled or probed for what it holds");
  }

  @Test
  void ofSeveralItIsSaidInThePlural() {
    assertThat(Verbs.ofSeveral("be misled or probed for what it holds"))
        .isEqualTo("be misled or probed for what they hold");
    for (ElementKind kind : ElementKind.values()) {
      for (Stage stage : Stage.values()) {
        for (Harm harm : Harm.values()) {
          assertThat(Verbs.ofSeveral(Verbs.of(kind, stage, harm)))
              .doesNotContainPattern("\\bit\\b");
        }
      }
    }
  }

  @Test
  void namesOfOneKindStayTogether() {
    Names names = new Names(new Subject(CardFraud.checked()));
    assertThat(names.things(List.of("a", "b", "c", "d", "e"), 3).text())
        .isEqualTo("the elements a, b, c and two other elements");
    assertThat(names.things(List.of("fraud-gbt", "b"), 1).text())
        .isEqualTo("the model fraud-gbt and one other element");
    assertThat(names.things(List.of("a", "b", "fraud-gbt", "c"), 3).text())
        .isEqualTo("the elements a, b and one other element, and the model fraud-gbt");
  }

  @Test
  void theSameHarmReadsDifferentlyAtEachStage() {
    assertThat(Verbs.of(ElementKind.MODEL, Stage.DATA_COLLECTION, Harm.INTEGRITY))
        .isEqualTo("be taught wrong");
    assertThat(Verbs.of(ElementKind.MODEL, Stage.INFERENCE, Harm.INTEGRITY)).isEqualTo("be misled");
    assertThat(Verbs.of(ElementKind.MODEL, Stage.MODEL_STORAGE, Harm.CONFIDENTIALITY))
        .isEqualTo("be stolen");
  }

  @Test
  void longTextIsCutAtAWordAndSaysSo() {
    assertThat(Clip.to(20, "one two three four five six")).isEqualTo("one two three four…");
    assertThat(Clip.to(10, "abcdefghijklmnop")).isEqualTo("abcdefghi…");
    assertThat(Clip.to(20, " short \n text ")).isEqualTo("short text");
  }

  private static String money(String low, String high) {
    return Numbers.money(new Money(new BigDecimal(low), new BigDecimal(high), "EUR"))
        .replace('\u00A0', ' ');
  }
}
