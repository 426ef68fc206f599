package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.signer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countersign.attest.Made;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Statements;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the specification publishes: its schemas and its test vectors. */
class SpecificationTest {
  private static final Path PUBLISHED = Path.of("src/test/resources/oms");

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"key", "certificate", "sigstore"})
  void valid(String method) throws Exception {
    Path file = vector("valid/" + method);
    assertFitsTheSchemas(Files.readString(file));
    Bundle bundle = BundleFile.read(file);
    assertThat(bundle.material())
        .isInstanceOf(
            Map.of(
                    "key", VerificationMaterial.Key.class,
                    "certificate", VerificationMaterial.Chain.class,
                    "sigstore", VerificationMaterial.Sigstore.class)
                .get(method));
    ManifestReader reader = new ManifestReader(Statements.parse(bundle.envelope().payload()));
    assertThat(ModelOnDisk.names(reader.read())).containsExactly("signme-1", "signme-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "missing-envelope", "missing-verification-material"})
  void invalid(String name) {
    assertThatThrownBy(() -> BundleFile.read(vector("invalid/" + name)))
        .isInstanceOf(MalformedBundle.class);
  }

  /** That a bundle of Sigstore has entries of the log is for the plug-in; without one it is no. */
  @ParameterizedTest
  @ValueSource(strings = {"invalid/missing-tlog-entries", "invalid-payload/wrong-predicate"})
  void invalidForWhatItIs(String name) throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Files.copy(vector(name), model.bundle());
    assertThat(model.refused().detail()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenFitsTheSchemas(HashAlgorithm algorithm) throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    for (OmsSigner signer :
        List.of(
            signer(),
            signer().shards(3),
            signer().ignoring(List.of("config.json")),
            signer().symlinks(Symlinks.INSIDE))) {
      model.sign(signer.hash(algorithm));
      assertFitsTheSchemas(Files.readString(model.bundle()));
    }
  }

  @Test
  void whatACertificateSignsFitsTheSchemas() throws Exception {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    ModelOnDisk model = ModelOnDisk.small(temp);
    model.sign(
        OmsSigner.of(
            Signers.certificate(pair.getPrivate(), List.of(Made.selfSigned(pair, "CN=ada")))));
    assertFitsTheSchemas(Files.readString(model.bundle()));
  }

  /** Section 6.5.1; the digest is that of the specification's own example. */
  @Test
  void theRootDigestIsThatOfTheExample() throws Exception {
    OmsManifest manifest =
        new ManifestReader(
                Statements.parse(BundleFile.read(vector("valid/key")).envelope().payload()))
            .read();
    assertThat(manifest.rootDigest())
        .isEqualTo("92745110b1ab4368471cbe31664e10174e954b113a3df333db860317b2c6dec4");
  }

  @Test
  void aVectorByAnotherKeyIsNotBelieved() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Files.copy(vector("valid/key"), model.bundle());
    assertThat(model.refused(OmsVerifier.of(TrustPolicy.nobody("trust.yaml"))).detail())
        .isNotEmpty();
  }

  private static void assertFitsTheSchemas(String bundle) throws Exception {
    Map<String, String> schemas;
    try (Stream<Path> files = Files.list(PUBLISHED.resolve("schemas/v1.0"))) {
      schemas =
          files.collect(
              Collectors.toMap(
                  file -> id(file.getFileName().toString().replace(".schema.json", "")),
                  SpecificationTest::text));
    }
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    Schema whole = registry.getSchema(schemas.get(id("bundle")), InputFormat.JSON);
    assertThat(whole.validate(bundle, InputFormat.JSON)).isEmpty();
    String statement = new String(Bundle.parse(bundle.getBytes(UTF_8)).envelope().payload(), UTF_8);
    Schema signed = registry.getSchema(schemas.get(id("statement")), InputFormat.JSON);
    assertThat(signed.validate(statement, InputFormat.JSON)).isEmpty();
    assertThat(signed.validate(statement.replace("\"method\"", "\"x\""), InputFormat.JSON))
        .isNotEmpty();
  }

  private static String id(String name) {
    return "https://model_signing/" + name + "/v1.0/schema";
  }

  private static Path vector(String name) {
    return PUBLISHED.resolve("test-vectors/v1.0/" + name + ".bundle.json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
