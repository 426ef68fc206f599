package dev.countersign.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private final String text = SarifReport.of(List.of(CardFraud.checked()), TOOL);
  private final JsonNode run = new JsonMapper().readTree(text).path("runs").path(0);

  @Test
  void looksAsItDid() {
    Golden.assertMatches("sarif/one.sarif", text);
  }

  @Test
  void isOneRunOfVersionTwoOne() {
    JsonNode root = new JsonMapper().readTree(text);
    assertThat(root.path("version").stringValue()).isEqualTo("2.1.0");
    assertThat(root.path("runs").size()).isEqualTo(1);
  }

  @Test
  void everyResultLeadsToItsRule() {
    JsonNode rules = run.path("tool").path("driver").path("rules");
    for (JsonNode result : run.path("results")) {
      JsonNode rule = rules.path(result.path("ruleIndex").intValue());
      assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
      assertThat(rule.path("help").path("text").stringValue()).isNotBlank();
    }
  }

  @Test
  void everyResultHasALineAndAFingerprintOfItsOwn() {
    Set<String> fingerprints = new HashSet<>();
    for (JsonNode result : run.path("results")) {
      JsonNode physical = result.path("locations").path(0).path("physicalLocation");
      assertThat(physical.path("region").path("startLine").intValue()).isPositive();
      assertThat(physical.path("artifactLocation").path("uri").stringValue())
          .isEqualTo("countersign.yaml");
      String print = result.path("partialFingerprints").path("countersign/v1").stringValue();
      assertThat(fingerprints.add(print)).as(print).isTrue();
    }
    assertThat(fingerprints)
        .containsExactlyInAnyOrder(
            "card-fraud/evasion@fraud-gbt",
            "card-fraud/label-poisoning@transactions",
            "card-fraud/model-tampering@fraud-gbt",
            "card-fraud/idle-control:watermarking@fraud-gbt");
  }

  @Test
  void anErrorIsWhatFailsTheGate() {
    assertThat(levels()).containsExactly("error", "error", "warning", "warning");
  }

  @Test
  void whatIsHighHereIsHighForCodeHostsToo() {
    List<String> severities =
        run.path("tool")
            .path("driver")
            .path("rules")
            .valueStream()
            .map(rule -> rule.path("properties").path("security-severity"))
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .toList();
    assertThat(severities).containsExactly("9.8", "8.2", "5.1");
  }

  @Test
  void textOfAFileCannotMakeALink() {
    assertThat(Plain.of("see [here](https://evil.example) {0} \\"))
        .isEqualTo("see \\[here\\](https://evil.example) {{0}} \\\\");
  }

  @Test
  void pathsAreUris() {
    assertThat(ResultJson.uri("a b/ü.yaml")).isEqualTo("a%20b/%C3%BC.yaml");
    assertThat(ResultJson.uri("/a/b.yaml")).isEqualTo("file:///a/b.yaml");
  }

  @Test
  void severalSystemsShareOneRun() {
    Checked system = CardFraud.checked();
    JsonNode both =
        new JsonMapper().readTree(SarifReport.of(List.of(system, system), TOOL)).path("runs");
    assertThat(both.size()).isEqualTo(1);
    assertThat(both.path(0).path("results").size()).isEqualTo(8);
  }

  private List<String> levels() {
    return run.path("results").valueStream().map(r -> r.path("level").stringValue()).toList();
  }
}
