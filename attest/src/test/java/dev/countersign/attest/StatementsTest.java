package dev.countersign.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.json.Mutation;
import dev.countersign.attest.json.RandomJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final String GOOD =
      """
      {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [
          { "name": "model.onnx", "digest": { "sha256": "%s", "gitCommit": "0f1e", "dirHash": "h1:x+/=" },
            "uri": "https://example.com/model.onnx", "annotations": { "a": 1 } },
          { "digest": { "sha512": "%s" } }
        ],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": { "buildDefinition": { "buildType": "https://example.com/build" } },
        "unknown": true
      }
      """
          .formatted(DIGEST, "cd".repeat(64));

  @Test
  void readsWhatTheSpecificationShows() throws Exception {
    Statement statement = parse(GOOD);
    assertThat(statement.predicateType()).isEqualTo("https://slsa.dev/provenance/v1");
    assertThat(statement.subjects()).hasSize(2);
    assertThat(statement.subjects().get(0).name()).contains("model.onnx");
    assertThat(statement.subjects().get(0).sha256()).contains(DIGEST);
    assertThat(statement.subjects().get(1).name()).isEmpty();
    assertThat(statement.predicate().has("buildDefinition")).isTrue();
  }

  @Test
  void aPredicateMayBeMissing() throws Exception {
    assertThat(parse(GOOD.replaceAll("(?m)^  \"predicate\": .*\n", "")).predicate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Statement/v1|Statement/v0.1",
        "\"_type\"|\"type\"",
        "\"https://slsa.dev/provenance/v1\"|\"\"",
        "\"https://slsa.dev/provenance/v1\"|7",
        "\"subject\"|\"subjects\"",
        "\"digest\": { \"sha512\"|\"digests\": { \"sha512\"",
        "\"predicate\": {|\"predicate\": 1, \"other\": {",
        "\"name\": \"model.onnx\"|\"name\": null",
        "abab|ABAB",
        "\"sha256\": \"ab|\"sha256\": \"",
        "\"0f1e\"|\"\"",
        "\"0f1e\"|17",
        "\"unknown\": true|\"_type\": \"https://in-toto.io/Statement/v1\"",
        "\"buildType\"|\"buildType\": 1, \"buildType\"",
        "{ \"a\": 1 }|{ \"a\": 1, \"a\": 1 }"
      })
  void refusesWhatIsNoStatement(String change) {
    String[] parts = change.split("\\|", 2);
    assertThat(GOOD).contains(parts[0]);
    assertThatThrownBy(() -> parse(GOOD.replace(parts[0], parts[1])))
        .isInstanceOf(MalformedStatement.class);
  }

  @Test
  void refusesNoSubjects() {
    assertThatThrownBy(() ->
            parse(
                "{\"_type\":\"%s\",\"predicateType\":\"t\",\"subject\":[]}"
                    .formatted(Statement.TYPE)))
        .isInstanceOf(MalformedStatement.class);
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Statement statement = random(new Random(seed));
      byte[] written = Statements.write(statement);
      assertThat(Statements.parse(written)).as("seed %d", seed).isEqualTo(statement);
      assertThat(Statements.write(statement)).isEqualTo(written);
    }
  }

  @Test
  void damagedOnesAreRefusedAndNothingElseHappens() {
    for (int seed = 0; seed < 3_000; seed++) {
      try {
        Statements.parse(Mutation.of(GOOD.getBytes(UTF_8), new Random(seed)));
      } catch (MalformedStatement allowed) {
        assertThat(allowed.getMessage()).as("seed %d", seed).isNotBlank();
      }
    }
  }

  private static Statement random(Random random) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      TreeMap<String, String> digests = new TreeMap<>();
      digests.put("sha256", "%064x".formatted(random.nextLong() & Long.MAX_VALUE));
      subjects.add(
          new Subject(random.nextBoolean() ? Optional.of("é/\" " + i) : Optional.empty(), digests));
    }
    return new Statement(
        subjects, "https://example.com/" + random.nextInt(), RandomJson.object(random));
  }

  private static Statement parse(String json) throws MalformedStatement {
    return Statements.parse(json.getBytes(UTF_8));
  }
}
