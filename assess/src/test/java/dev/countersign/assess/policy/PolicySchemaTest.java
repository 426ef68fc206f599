package dev.countersign.assess.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.model.ElementKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors says what the reader says. */
class PolicySchemaTest {
  private static final Path SHIPPED = Path.of("../docs/schema/countersign-policy-1.schema.json");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PolicySchema.text(), InputFormat.JSON);

  private static final String WHOLE =
      """
      countersign-policy: 1
      gate: { fail-on: never }
      planned: { longest: 120d, fail-on: critical }
      acceptance: { longest: 1y, bodies: { Board: { up-to: high } } }
      evidence: { longest: 6m }
      required-controls:
        - { control: model-signing, on: model, where: { origin: open-weights, proprietary: yes } }
        - { control: rate-limiting, on: component, where: { metered: true } }
        - { control: audit-log, on: tool, where: { effect: [spend, send] } }
      exemptions:
        - { threat: a@b, system: s, reason: Pilot., by: CISO, until: 2026-12-31 }
        - { finding: open-threat:a@b, system: s, reason: 1, by: CISO, until: 2026-12-31 }
      packs: packs/bank
      questions: { max-open: 10 }
      """;

  @Test
  void isPublished() throws IOException {
    assertThat(Files.readString(SHIPPED)).isEqualTo(PolicySchema.text());
  }

  @Test
  void admitsWhatTheReaderReads() {
    assertThat(PolicyReader.parse("p.yaml", WHOLE).problems()).isEmpty();
    assertThat(SCHEMA.validate(tree(WHOLE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "countersign-policy: 2",
        "countersign-policy: 1\ngates: {}",
        "countersign-policy: 1\ngate: high",
        "countersign-policy: 1\ngate: { fail-on: severe }",
        "countersign-policy: 1\nplanned: { longest: 120 }",
        "countersign-policy: 1\nplanned: { fail-on: never }",
        "countersign-policy: 1\nacceptance: { bodies: { Board: high } }",
        "countersign-policy: 1\nacceptance: { bodies: { Board: {} } }",
        "countersign-policy: 1\nevidence: { shortest: 1d }",
        "countersign-policy: 1\nrequired-controls: { control: x, on: model }",
        "countersign-policy: 1\nrequired-controls: [ { control: x } ]",
        "countersign-policy: 1\nrequired-controls: [ { control: x, on: models } ]",
        "countersign-policy: 1\nexemptions: [ { threat: a@b } ]",
        "countersign-policy: 1\nexemptions:"
            + " [ { system: s, reason: r, by: b, until: 2026-12-31 } ]",
        "countersign-policy: 1\nexemptions:"
            + " [ { threat: a@b, control: c@d, system: s, reason: r, by: b, until: 2026-12-31 } ]",
        "countersign-policy: 1\nexemptions:"
            + " [ { threat: a@b, system: s, reason: '', by: b, until: 2026-12-31 } ]",
        "countersign-policy: 1\nexemptions:"
            + " [ { threat: a@b, system: s, reason: r, by: b, until: soon } ]",
        "countersign-policy: 1\npacks: { a: b }",
        "countersign-policy: 1\nquestions: { max-open: few }",
        "countersign-policy: 1\nguards: { inference-monitoring: { fail-on: low } }"
      })
  void refusesWhatTheReaderRefuses(String policy) {
    assertThat(PolicyReader.parse("p.yaml", policy).problems()).isNotEmpty();
    assertThat(SCHEMA.validate(tree(policy))).isNotEmpty();
  }

  @Test
  void knowsEveryKindOfElementAndEveryGate() {
    JsonNode properties = JSON.readTree(PolicySchema.text()).at("/properties");
    assertThat(words(properties.at("/required-controls/items/properties/on/enum")))
        .containsExactly(
            Arrays.stream(ElementKind.values()).map(ElementKind::word).toArray(String[]::new));
    assertThat(words(properties.at("/gate/properties/fail-on/enum")))
        .containsExactlyElementsOf(Gate.words());
    assertThat(
            words(properties.at("/guards/properties/inference-monitoring/properties/fail-on/enum")))
        .containsExactlyElementsOf(MonitorPolicy.words());
  }

  private static String[] words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asString)
        .toArray(String[]::new);
  }

  private static JsonNode tree(String yaml) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }
}
