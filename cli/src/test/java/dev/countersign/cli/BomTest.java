package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code countersign bom} as somebody types it. */
class BomTest {
  private static final String CARD_FRAUD = "../examples/card-fraud";

  @TempDir Path folder;

  @Test
  void oneSystemGoesToStandardOutputAsCycloneDx() {
    Run run = Run.of("bom", CARD_FRAUD);
    assertThat(run.code()).isZero();
    JsonNode bom = JsonMapper.shared().readTree(run.out());
    assertThat(bom.path("specVersion").asString()).isEqualTo("1.6");
    assertThat(bom.at("/components/0/bom-ref").asString()).isEqualTo("fraud-gbt");
    assertThat(bom.at("/components/0/hashes/0/content").asString()).hasSize(64);
    assertThat(bom.at("/metadata/timestamp").asString()).isEqualTo("2026-11-22T00:00:00Z");
  }

  @Test
  void theTimeIsThatOfTheDayOrOfTheEnvironmentAndNeverOfTheClock() {
    Map<String, String> epoch = Map.of("SOURCE_DATE_EPOCH", "1767225601");
    assertThat(Run.in(epoch, false, StandardCharsets.UTF_8, "bom", CARD_FRAUD).out())
        .contains("\"timestamp\": \"2026-01-01T00:00:01Z\"");
    assertThat(Run.of("bom", CARD_FRAUD, "--as-of", "2027-02-03").out())
        .contains("\"timestamp\": \"2027-02-03T00:00:00Z\"");
    Run wrong =
        Run.in(
            Map.of("SOURCE_DATE_EPOCH", "soon"), false, StandardCharsets.UTF_8, "bom", CARD_FRAUD);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("SOURCE_DATE_EPOCH is no number of seconds");
  }

  @Test
  void severalSystemsNeedAFolder() {
    Run refused = Run.of("bom", "../examples");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("Name a folder for them with --out");
    Path out = folder.resolve("boms");
    assertThat(Run.of("bom", "../examples", "--out", out.toString()).code()).isZero();
    assertThat(out.resolve("support-assistant.cdx.json")).exists();
  }

  @Test
  void aSystemThatNobodyModelledIsFoundInItsFiles() throws IOException {
    Files.writeString(
        folder.resolve("app.py"),
        """
        from transformers import AutoModel
        model = AutoModel.from_pretrained("sentence-transformers/all-MiniLM-L6-v2")
        """);
    Files.writeString(folder.resolve("requirements.txt"), "transformers==4.41.0\n");
    Run run = Run.of("bom", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("Nobody has modelled this system");
    assertThat(run.out())
        .contains("pkg:huggingface/sentence-transformers/all-MiniLM-L6-v2")
        .contains("pkg:pypi/transformers@4.41.0");
  }

  @Test
  void whatIsNotThereIsSaid() {
    Run run = Run.of("bom", folder.resolve("nowhere").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("does not exist. Name a folder or a countersign.yaml.");
  }

  @Test
  void bothFormatsGoToAFolder() {
    Path out = folder.resolve("boms");
    Run run = Run.of("bom", CARD_FRAUD, "--to", "cyclonedx,spdx", "--out", out.toString());
    assertThat(run.code()).isZero();
    assertThat(out.resolve("card-fraud.cdx.json")).exists();
    assertThat(out.resolve("card-fraud.spdx.json")).content().contains("ai_AIPackage");
  }

  @Test
  void anotherBillIsMerged() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("syft.json"),
            """
            {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
             {"type":"library","bom-ref":"a","name":"numpy","version":"2.0.0","purl":"pkg:pypi/numpy@2.0.0"}]}
            """);
    Run run = Run.of("bom", CARD_FRAUD, "--merge", other.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("pkg:pypi/numpy@2.0.0", "fraud-gbt");
    Files.writeString(other, "{\"deep\":" + "[".repeat(100_000));
    Run refused = Run.of("bom", CARD_FRAUD, "--merge", other.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("cannot be merged").doesNotContain("Exception");
    assertThat(Run.of("bom", "../examples", "--merge", other.toString()).err())
        .contains("--merge is for one system");
  }

  @Test
  void theScoreSaysWhereMissingFieldsCouldBeHad() throws IOException {
    Run run = Run.of("bom", CARD_FRAUD, "--score");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("G7: SBOM for AI, minimum elements (2026)")
        .containsPattern("missing +Model license \\(fraud-gbt\\)")
        .contains("from: license in the model card");
    String json = Run.of("bom", CARD_FRAUD, "--score", "--format", "json").out();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/bom-score-1.schema.json")))
                .validate(json, InputFormat.JSON))
        .isEmpty();
  }

  /** From a model to a control that check believes, and does not once the model is retrained. */
  @Test
  void aSignedBillProvesTheControlUntilTheWeightsChange() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("weights.safetensors"), "weights");
    Files.writeString(
        folder.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: chat, purpose: Answers questions. }
        models: { llm: { task: generation, files: weights.safetensors } }
        controls: { ai-bom@llm: { ai-bom: { file: bom.json, role: ci } } }
        """);
    String key = folder.resolve("ci.key.pem").toString();
    assertThat(
            Run.of(
                    "keys",
                    "new",
                    "--out",
                    folder.resolve("ci").toString(),
                    "--no-passphrase",
                    "--allow-in-repository")
                .err())
        .isEmpty();
    Files.writeString(
        folder.resolve("countersign-trust.yaml"),
        """
        countersign-trust: 1
        identities: { ci: { name: The pipeline, key: ci.pub.pem } }
        rules: [{ identity: ci, roles: [ci] }]
        """);
    String bom = folder.resolve("bom.json").toString();
    Run signed = Run.of("bom", folder.toString(), "--sign", "--key", key, "--out", bom);
    assertThat(signed.code()).as(signed.err()).isZero();
    assertThat(check()).contains("The pipeline signed it.");
    Files.writeString(folder.resolve("weights.safetensors"), "retrained");
    assertThat(check()).contains("weights.safetensors has changed (listed with sha256");
  }

  private String check() {
    return Run.of("check", folder.toString(), "--format", "json").out();
  }
}
