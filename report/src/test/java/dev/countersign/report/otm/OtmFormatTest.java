package dev.countersign.report.otm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.assess.Checked;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtmFormatTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());
  private static final Path HOSTILE = Path.of("src/test/resources/hostile/countersign.yaml");
  private static final Schema WRITTEN =
      schema(Path.of("src/test/resources/otm/written.schema.json"));

  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void looksAsItDid(String example) {
    String text = text(Systems.checked(Systems.example(example)));
    Golden.assertMatches("otm/" + example + ".otm.json", text);
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everySystemHasTheFormThatIsDescribed(Path file) {
    assertThat(errors(WRITTEN, text(Systems.checked(file)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everySystemHasTheFormThatIsPublished(Path file) {
    String published = System.getProperty("countersign.otm-schema", "");
    assumeTrue(!published.isEmpty(), "the published schema is not here: see docs/exchange.md");
    assertThat(errors(schema(Path.of(published)), text(Systems.checked(file)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#all")
  void everyIdStandsForOneThingAndEveryReferenceLeadsToOne(Path file) {
    JsonNode otm = json(Systems.checked(file));
    Set<String> zones = ids(otm, "trustZones");
    Set<String> components = ids(otm, "components");
    Set<String> threats = ids(otm, "threats");
    Set<String> mitigations = ids(otm, "mitigations");
    ids(otm, "dataflows");
    for (JsonNode component : otm.path("components")) {
      assertThat(zones).contains(component.path("parent").path("trustZone").stringValue());
    }
    for (JsonNode flow : otm.path("dataflows")) {
      assertThat(components)
          .contains(flow.path("source").stringValue(), flow.path("destination").stringValue());
    }
    for (JsonNode instance :
        otm.findValues("threats").stream().flatMap(JsonNode::valueStream).toList()) {
      if (instance.has("threat")) {
        assertThat(threats).contains(instance.path("threat").stringValue());
        instance
            .path("mitigations")
            .forEach(it -> assertThat(mitigations).contains(it.path("mitigation").stringValue()));
      }
    }
  }

  @Test
  void likelihoodAndImpactHaveReasonsOfTheirOwn() {
    JsonNode otm = json(Systems.checked(Systems.example("card-fraud")));
    for (JsonNode threat : otm.path("threats")) {
      String likely = threat.path("risk").path("likelihoodComment").stringValue();
      String impact = threat.path("risk").path("impactComment").stringValue();
      assertThat(likely).contains("can start it").doesNotContain("reaches ");
      assertThat(impact).doesNotContain("can start it", "effort");
    }
  }

  @Test
  void onlyAProvenControlMitigates() {
    JsonNode otm = json(Systems.checked(Systems.example("card-fraud")));
    assertThat(otm.toString())
        .contains(
            "{\"threat\":\"label-poisoning@transactions\",\"state\":\"mitigated\",\"mitigations\":"
                + "[{\"mitigation\":\"label-quality-control@transactions\",\"state\":\"implemented\"}]}")
        .contains(
            "{\"threat\":\"model-extraction@fraud-gbt\",\"state\":\"exposed\",\"mitigations\":"
                + "[{\"mitigation\":\"inference-monitoring@scoring-api\",\"state\":\"required\"}]}")
        .contains(
            "{\"threat\":\"membership-inference@fraud-gbt\",\"state\":\"accepted\",\"mitigations\":[]}");
  }

  @Test
  void textOfAHostileModelIsNoMarkupInDescriptionsAndHoldsNoControls() {
    JsonNode otm = json(Systems.checked(HOSTILE));
    assertThat(errors(WRITTEN, text(Systems.checked(HOSTILE)))).isEmpty();
    assertThat(otm.findValuesAsString("description"))
        .noneMatch(text -> text.contains("<") || text.contains("](") || text.contains("**"));
    assertThat(otm.toString()).doesNotContain("\\u202e", "\\u001b", "\u202e", "\u2066");
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    Path file = Systems.example("support-assistant");
    assertThat(text(Systems.checked(file))).isEqualTo(text(Systems.checked(file)));
  }

  private static Set<String> ids(JsonNode otm, String section) {
    Set<String> ids = new HashSet<>();
    otm.path(section).forEach(it -> assertThat(ids.add(it.path("id").stringValue())).isTrue());
    return ids;
  }

  private static List<String> errors(Schema schema, String text) {
    return schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema schema(Path file) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static JsonNode json(Checked checked) {
    return new JsonMapper().readTree(text(checked));
  }

  private static String text(Checked checked) {
    return new String(
        new OtmFormat().render(Report.of(checked, TOOL)).getFirst().content(),
        StandardCharsets.UTF_8);
  }
}
