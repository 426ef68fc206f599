package dev.countersign.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.loss.ControlSaving;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Contract;
import dev.countersign.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>(Map.of("rules", "sha256:00")));

  @Test
  void keepsTheContractOfOneSystem() {
    String json = JsonReport.of(List.of(CardFraud.checked()), TOOL);
    Golden.assertMatches("json/one.json", json);
    assertThat(Contract.errors(json)).isEmpty();
  }

  @Test
  void keepsTheContractOfSeveralSystems() {
    Checked system = CardFraud.checked();
    String json = JsonReport.of(List.of(system, system), TOOL);
    assertThat(Contract.errors(json)).isEmpty();
    assertThat(json).startsWith("{\n  \"verdict\": \"fail\",").contains("\"systems\": [ {");
  }

  @Test
  void theSchemaRefusesWhatIsNotTheContract() {
    String json = JsonReport.of(List.of(CardFraud.checked()), TOOL);
    assertThat(Contract.errors(json.replace("\"verdict\": \"fail\"", "\"verdict\": \"maybe\"")))
        .isNotEmpty();
    assertThat(Contract.errors(json.replace("\"rank\": 1,", ""))).isNotEmpty();
  }

  @Test
  void hostileTextIsOnlyAString() {
    Checked hostile = CardFraud.withPurpose("\u001b[2J\u009b \u202e \u007f \"}], é \ud83d\ude00");
    String json = JsonReport.of(List.of(hostile), TOOL);
    assertThat(Contract.errors(json)).isEmpty();
    assertThat(json.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(json).containsIgnoringCase("\\u001b[2J\\u009b \\u202e \\u007f \\\"}]");
  }

  @Test
  void lossesKeepTheContractWithoutExponents() {
    LossRange range = new LossRange(0, 0.45, 1_234_567, 3.65e29, "EUR");
    Losses losses =
        new Losses(
            Map.of(
                "evasion@fraud-gbt",
                new ThreatLoss(
                    "evasion@fraud-gbt", "decline-payment", range, List.of("An input."))),
            List.of(range),
            List.of(range),
            List.of(new ControlSaving("gate@fraud-gbt", List.of("evasion@fraud-gbt"), range)),
            List.of("lend"),
            Map.of("It reaches no decision.", List.of("model-extraction@fraud-gbt")),
            10_000,
            1);
    String json = JsonReport.of(List.of(with(losses)), TOOL);
    assertThat(Contract.errors(json)).isEmpty();
    assertThat(json)
        .contains("\"ordinalOnly\": false")
        .containsPattern("\"loss\": \\{\\s+\"p5\": 0,")
        .contains("\"p50\": 0.45,")
        .contains("\"p95\": 1200000,")
        .contains("\"mean\": 370000000000000000000000000000,")
        .contains("\"decision\": \"decline-payment\"")
        .contains("\"missing\": [ \"lend\" ]");
    assertThat(Contract.errors(json.replace("\"p50\": 0.45,", ""))).isNotEmpty();
  }

  private static Checked with(Losses losses) {
    Checked checked = CardFraud.checked();
    Assessment a = checked.assessment();
    return new Checked(
        new Assessment(
            a.system(),
            a.digest(),
            a.asOf(),
            a.threats(),
            a.questions(),
            a.controls(),
            a.findings(),
            a.verdict(),
            losses,
            a.signOffs()),
        checked.catalogue(),
        checked.policy(),
        checked.rules());
  }
}
