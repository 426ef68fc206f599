package dev.countersign.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema is the one of the grammar and agrees with the reader. */
class JsonSchemaTest {
  private static final Path SHIPPED = Path.of("../docs/schema/countersign-1.schema.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(JsonSchema.text(), InputFormat.JSON);

  @TempDir Path folder;

  @Test
  void theShippedSchemaIsTheOneOfTheGrammar() {
    Golden.assertMatches(SHIPPED, JsonSchema.text());
  }

  @Test
  void everyKeyAndWordIsDescribed() {
    assertThat(JsonSchema.text()).doesNotContain("\"description\": \"\"");
  }

  @Test
  void whatTheReaderAcceptsValidates() {
    for (int seed = 0; seed < 100; seed++) {
      String yaml = YamlText.shuffled(RandomSystem.of(seed), new Random(seed));
      TestFiles.model(TestFiles.write(folder, "countersign.yaml", yaml));
      assertThat(errors(yaml)).as("seed %d:%n%s", seed, yaml).isEmpty();
    }
  }

  @Test
  void whatTheReaderAcceptsOfAMutatedFileValidatesToo() {
    int accepted = 0;
    for (int seed = 0; seed < 500; seed++) {
      Map<String, Object> system = RandomSystem.of(seed % 20);
      String yaml = YamlText.of(Mutation.any(system, new Random(seed)));
      if (accepted(yaml)) {
        accepted++;
        assertThat(errors(yaml)).as("seed %d:%n%s", seed, yaml).isEmpty();
      }
    }
    assertThat(accepted).as("mutations that leave a file valid").isGreaterThan(20);
  }

  @Test
  void whatIsOutsideTheLanguageFailsInBoth() {
    for (int seed = 0; seed < 300; seed++) {
      Map<String, Object> system = RandomSystem.of(seed % 20);
      String yaml = YamlText.of(Mutation.outsideTheLanguage(system, new Random(seed)));
      assertThat(accepted(yaml)).as("read, seed %d:%n%s", seed, yaml).isFalse();
      assertThat(errors(yaml)).as("validated, seed %d:%n%s", seed, yaml).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "countersign: 1",
        "system: { id: demo, purpose: No version. }",
        "countersign: 2\nsystem: { id: demo, purpose: Future. }",
        "countersign: 1\nsystem: { id: Demo, purpose: Bad id. }",
        "actors: { anyone: staff }",
        "actors: { none: staff }",
        "resolutions: { a@b: { control: c@d, planned: {} } }",
        "resolutions: { a@b: {} }",
        "resolutions: { a@b: { planned: { control: c } } }",
        "components: { a: { rate-limit: 5/hour } }",
        "components: { a: { step-limit: -1 } }",
        "decisions: { a: { by: m, if-wrong: { financial: 40 } } }",
        "assumptions: { a: { states: '  ' } }",
        "assumptions: { a: { states: It holds., until: soon } }",
        "controls: { a: { document: x } }",
        "models: { m: { task: ranking, exposes: [none, score] } }",
      })
  void refusesWhatTheReaderRefuses(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
    assertThat(accepted(yaml)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models: { m: { task: ranking, exposes: [none], trained-on: [none] } }",
        "models: { m: { task: ranking, exposes: none, stored: 12 } }",
        "components: { a: }",
        "actors:",
        "actors: { a: staff, b: { trust: public } }",
        "components: { a: { metered: true, shared-by-tenants: no } }",
        "components: { a: { step-limit: '20' } }",
        "controls: { a@b: { bom: [x, y], attestation: { file: z, tries: 3 } }, c@b: }",
        "resolutions: { a@b: { control: [c@d, e@f] } }",
      })
  void acceptsEveryFormOfAnIncludedFile(String yaml) {
    assertThat(errors(yaml)).isEmpty();
    assertThat(unexpected(yaml)).isEmpty();
  }

  @Test
  void theGoldenProblemsThatASchemaCanSeeFailInItToo() throws IOException {
    List<String> seen =
        List.of("unknown-keys", "unknown-words", "wrong-shapes", "quantities", "days", "controls");
    for (String name : seen) {
      String yaml = Files.readString(Path.of("src/test/resources/problems/" + name + ".yaml"));
      assertThat(errors(yaml)).as(name).isNotEmpty();
    }
  }

  private boolean accepted(String yaml) {
    Path file = TestFiles.write(folder, "countersign.yaml", yaml);
    return ModelReader.read(file).model().isPresent();
  }

  /** Problems other than references that lead nowhere, which a part may have by itself. */
  private List<Problem> unexpected(String yaml) {
    TestFiles.write(folder, "part.yaml", yaml);
    String main = "countersign: 1\nsystem: { id: demo, purpose: Includes. }\ninclude: part.yaml\n";
    Path file = TestFiles.write(folder, "countersign.yaml", main);
    List<Problem> problems = new ArrayList<>(ModelReader.read(file).problems());
    problems.removeIf(problem -> problem.id().equals("dead-reference"));
    return problems;
  }

  private static List<Error> errors(String yaml) {
    return SCHEMA.validate(PlainYaml.json(yaml), InputFormat.JSON);
  }
}
