package dev.countersign.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Formats;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CycloneDxFormatTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private static final Path HOSTILE =
      Path.of("../report/src/test/resources/hostile/countersign.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void looksAsItDid(String example) {
    String text = text(Systems.checked(Systems.example(example)));
    Golden.assertMatches(example + ".cdx.json", withoutRules(text));
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everySystemFollowsThePublishedSchema(Path file) {
    assertThat(PublishedSchema.errors(text(Systems.checked(file)))).isEmpty();
  }

  @Test
  void whatBreaksTheSchemaIsNoticed() {
    String text = text(Systems.checked(Systems.example("card-fraud")));
    assertThat(PublishedSchema.errors(text.replace("\"machine-learning-model\"", "\"threat\"")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everyReferenceIsUniqueAndLeadsSomewhere(Path file) {
    JsonNode bom = json(Systems.checked(file));
    Set<String> refs = new HashSet<>();
    bom.findValuesAsString("bom-ref").forEach(ref -> assertThat(refs.add(ref)).as(ref).isTrue());
    assertThat(refs).containsAll(bom.findValuesAsString("target"));
    assertThat(refs).containsAll(bom.findValuesAsString("requirement"));
    assertThat(refs).containsAll(bom.findValuesAsString("ref"));
    for (String list : new String[] {"claims", "counterEvidence", "dependsOn"}) {
      bom.findValues(list).stream()
          .flatMap(JsonNode::valueStream)
          .filter(JsonNode::isString)
          .forEach(it -> assertThat(refs).contains(it.stringValue()));
    }
  }

  @Test
  void aClaimConformsOnlyWhereItsEvidenceVerifies() {
    JsonNode declared = json(Systems.checked(Systems.example("card-fraud"))).path("declarations");
    assertThat(score(declared, "claim:rate-limiting@scoring-api")).isEqualTo(1.0);
    assertThat(score(declared, "claim:audit-log@decline-payment")).isEqualTo(0.0);
    assertThat(claim(declared, "claim:audit-log@decline-payment").has("counterEvidence")).isTrue();
    assertThat(claim(declared, "claim:audit-log@decline-payment").path("target").stringValue())
        .isEqualTo("system:card-fraud");
  }

  @Test
  void threatsAreNotCalledVulnerabilities() {
    JsonNode bom = json(Systems.checked(Systems.example("card-fraud")));
    assertThat(bom.has("vulnerabilities")).isFalse();
    assertThat(bom.toString())
        .contains("{\"name\":\"countersign:threat\",\"value\":\"evasion@fraud-gbt, high, OPEN\"}");
  }

  @Test
  void textOfAHostileModelHoldsNoControlsAndKeepsToTheSchema() {
    String text = text(Systems.checked(HOSTILE));
    assertThat(PublishedSchema.errors(text)).isEmpty();
    assertThat(text).doesNotContain("\u202e", "\u001b", "\\u001b", "\\u202e", "\u2066");
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    Path file = Systems.example("support-assistant");
    assertThat(text(Systems.checked(file))).isEqualTo(text(Systems.checked(file)));
    assertThat(json(Systems.checked(file)).path("metadata").path("timestamp").stringValue())
        .isEqualTo("2026-11-22T00:00:00Z");
  }

  @Test
  void theReportCommandFindsIt() {
    assertThat(Formats.registered().find("cyclonedx")).isPresent();
  }

  /** Rules get better all the time, and their digest with them. */
  private static String withoutRules(String text) {
    return text.replaceAll("\"version\" : \"sha256:[0-9a-f]+\"", "\"version\" : \"DIGEST\"")
        .replaceAll("urn:uuid:[0-9a-f-]+", "urn:uuid:SERIAL");
  }

  private static double score(JsonNode declared, String claim) {
    for (JsonNode map : declared.path("attestations").path(0).path("map")) {
      if (map.path("claims").path(0).stringValue().equals(claim)) {
        return map.path("conformance").path("score").doubleValue();
      }
    }
    throw new AssertionError("nothing attests " + claim);
  }

  private static JsonNode claim(JsonNode declared, String ref) {
    return declared
        .path("claims")
        .valueStream()
        .filter(claim -> claim.path("bom-ref").stringValue().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(Checked checked) {
    return new JsonMapper().readTree(text(checked));
  }

  private static String text(Checked checked) {
    return new String(
        new CycloneDxFormat().render(Report.of(checked, TOOL)).getFirst().content(),
        StandardCharsets.UTF_8);
  }
}
