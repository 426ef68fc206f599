package dev.countersign.watch.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Spaces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A monitor believes only a baseline that somebody signed. */
class BaselineFileTest {
  private static final KeyPair KEY = NewKeys.generate(KeyKind.P256);
  private static final Signer SIGNER = Signers.key(KEY.getPrivate(), KEY.getPublic());
  private static final TrustPolicy TRUST = TrustPolicy.key(KEY.getPublic());
  private static final Path SCHEMA = Path.of("../docs/schema/watch-baseline-1.schema.json");

  private final Baseline baseline =
      new Baseline(
          List.of(Subject.sha256("fraud.onnx", "a".repeat(64))),
          List.of(Subject.sha256("log.jsonl", "b".repeat(64))),
          Instant.parse("2026-11-27T08:00:00Z"),
          "countersign test",
          new Calibration(1e-4, 100, 1000, 0.001, 0.03, 1000, true),
          new ModelBaseline(
              "card-fraud",
              "fraud",
              "fraud-gbt",
              Optional.of(Spaces.mapped()),
              Map.of("extraction/novelty-64", new Threshold(1.5, 0.2, 1e-5)),
              Map.of("campaign", JsonNodeFactory.instance.objectNode().put("rows", 3))));

  private static BaselineFile read(Statement statement, TrustPolicy trust) throws Exception {
    return BaselineFile.read(SIGNER.sign(statement).toJson(), trust, "fraud.json");
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    BaselineFile read = read(baseline.statement(), TRUST);
    assertThat(read.baseline().statement().predicate()).isEqualTo(baseline.statement().predicate());
    assertThat(read.baseline().calibration()).isEqualTo(baseline.calibration());
    assertThat(read.digest()).hasSize(64);
    FeatureSpace space = read.baseline().usual().space().orElseThrow();
    assertThat(space.geometry()).isPresent();
  }

  @Test
  void isRefusedFromAStranger() {
    KeyPair other = NewKeys.generate(KeyKind.P256);
    assertThatThrownBy(() -> read(baseline.statement(), TrustPolicy.key(other.getPublic())))
        .isInstanceOf(UnusableBaseline.class)
        .hasMessageStartingWith("fraud.json proves nothing: ");
  }

  @Test
  void isRefusedWhereItIsNoSignedStatement() {
    assertThatThrownBy(
            () -> BaselineFile.read("{}".getBytes(StandardCharsets.UTF_8), TRUST, "fraud.json"))
        .isInstanceOf(UnusableBaseline.class)
        .hasMessageStartingWith("fraud.json is no signed baseline: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /space/spread/0 | 0 | "spread" has to be above 0
          /space/geometry/projection/head | 17 | the numbers of directions do not fit together
          /space/geometry/frequencies/0 | "x" | "frequencies" holds what is no number
          /space/geometry/apart | null | "apart" has to be a number
          /space/geometry/grains/0/step | "a" | "step" has to be a number
          /space/geometry/differing | 0 | the parts of "geometry" do not fit together
          /space/geometry/discriminator/last | [1] | "last" has to hold 33 numbers, and it holds 1
          /space/geometry/grains | [] | "grains" has to hold one for each feature
          /calibration/at-most | 2 | "budget", "estimated" and "at-most" are no shares from 0 to 1
          /thresholds/extraction~1novelty-64/scale | 0 | the threshold of a statistic is no threshold
          """)
  void isRefusedWhereItIsMalformed(String place, String value, String message) {
    Statement statement = baseline.statement();
    tools.jackson.core.JsonPointer at = tools.jackson.core.JsonPointer.compile(place);
    tools.jackson.databind.JsonNode parent = statement.predicate().at(at.head());
    tools.jackson.databind.JsonNode wrong =
        tools.jackson.databind.json.JsonMapper.shared().readTree(value);
    if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), wrong);
    } else {
      ((tools.jackson.databind.node.ArrayNode) parent).set(at.last().getMatchingIndex(), wrong);
    }
    assertThatThrownBy(() -> Baseline.read(statement))
        .isInstanceOf(UnusableBaseline.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("Have it made again with countersign watch calibrate.");
  }

  @Test
  void keepsToThePublishedSchema() throws Exception {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA))
                .validate(baseline.statement().predicate().toString(), InputFormat.JSON))
        .isEmpty();
  }
}
