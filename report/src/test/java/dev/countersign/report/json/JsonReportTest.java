package dev.countersign.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Contract;
import dev.countersign.testing.Golden;
import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
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
}
