package dev.countersign.assess.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemDigest;
import dev.countersign.model.SystemModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system as JSON reads back as the same system. */
class SnapshotTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "card-fraud",
        "coding-agent",
        "demand-forecast",
        "quality-inspection",
        "support-assistant"
      })
  void every_example_reads_back(String example) {
    SystemModel system = read(Path.of("../examples", example, "countersign.yaml"));

    SystemModel again = again(system);

    assertThat(SystemDigest.of(again)).isEqualTo(SystemDigest.of(system));
    assertThat(Snapshot.of(again)).isEqualTo(Snapshot.of(system));
    assertThat(again.info().nextCheckpoint()).isEqualTo(system.info().nextCheckpoint());
  }

  @Test
  void words_that_mean_something_in_yaml_stay_text() {
    SystemModel system =
        ModelReader.parse(
                "test",
                """
                countersign: 1
                system: { id: words, purpose: "no: [yes, null] # {~} 'x' \\"y\\" \\u2028 é" }
                actors: { crook: { trust: public, gains: "null" }, other: { trust: staff, gains: "none" } }
                resolutions: { evasion@crook: { accepted: { by: "yes", reason: "- a: b", record: "1e5" } } }
                """
                    .getBytes(StandardCharsets.UTF_8))
            .model()
            .orElseThrow();

    assertThat(SystemDigest.of(again(system))).isEqualTo(SystemDigest.of(system));
    assertThat(again(system).info().purpose()).isEqualTo(system.info().purpose());
  }

  @Test
  void nothing_is_included() {
    assertThat(
            ModelReader.parse(
                    "test",
                    "countersign: 1\ninclude: [/etc/passwd]\nsystem: { id: a, purpose: b }\n"
                        .getBytes(StandardCharsets.UTF_8))
                .problems())
        .extracting(problem -> problem.message())
        .containsExactly("this text stands alone and includes nothing");
  }

  private static SystemModel read(Path file) {
    return ModelReader.read(file).model().orElseThrow();
  }

  private static SystemModel again(SystemModel system) {
    ModelReader.Result result =
        ModelReader.parse("snapshot", StrictJson.pretty(Snapshot.of(system)));
    assertThat(result.problems()).isEmpty();
    return result.model().orElseThrow();
  }
}
