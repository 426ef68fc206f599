package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.countersign.attest.Statements;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.oms.BundleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases of the public conformance suite for OMS clients that need no network, each with the
 * right reason where it is to fail. {@code integrations/oms-conformance/README.md} says how to get
 * the suite.
 */
class OmsConformanceTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String OTHER = "about-something-else";

  /**
   * Why each case is refused; another reason would be luck. Where the suite edited a statement
   * without signing it again, the signature is what is wrong first.
   */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("certificate-expired_fail", "expired"),
          Map.entry("certificate-simple-wrong-ca_fail", "unknown-signer"),
          Map.entry("key-simple-corrupted-bundle_fail", "malformed"),
          Map.entry("key-simple-extra-file_fail", OTHER),
          Map.entry("key-simple-missing-file_fail", OTHER),
          Map.entry("key-simple-no-signature_fail", "malformed"),
          Map.entry("key-simple-tampered-content_fail", OTHER),
          Map.entry("key-simple-truncated-bundle_fail", "malformed"),
          Map.entry("key-simple-wrong-key_fail", "unknown-signer"),
          Map.entry("key-simple-wrong-mediatype_fail", "malformed"),
          Map.entry("key-verify-as-certificate_fail", "unknown-signer"),
          Map.entry("malformed-empty-bundle_fail", "malformed"),
          Map.entry("malformed-empty-resources_fail", "bad-signature"),
          Map.entry("malformed-missing-envelope_fail", "malformed"),
          Map.entry("malformed-no-predicate_fail", "bad-signature"),
          Map.entry("malformed-no-subject_fail", "malformed"),
          Map.entry("malformed-wrong-payload-type_fail", "malformed"),
          Map.entry("malformed-wrong-predicate_fail", "bad-signature"),
          Map.entry("malformed-wrong-statement-type_fail", "malformed"),
          Map.entry("sigstore-tampered-content_fail", OTHER),
          Map.entry("sigstore-verify-as-key_fail", "unknown-signer"),
          Map.entry("sigstore-wrong-identity_fail", "unknown-signer"),
          Map.entry("sigstore-wrong-issuer_fail", "unknown-signer"));

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> committedBundlesVerify() throws Exception {
    return Stream.concat(cases("verify/positive").stream(), cases("verify/historical").stream())
        .map(one -> dynamicTest(one.name(), () -> verifies(one)));
  }

  @TestFactory
  Stream<DynamicTest> badBundlesAreRefusedForTheRightReason() throws Exception {
    return cases("verify/negative").stream()
        .map(one -> dynamicTest(one.name(), () -> isRefused(one)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsSignedVerifies() throws Exception {
    return cases("roundtrip").stream()
        .filter(one -> !one.isWithSigstore())
        .map(one -> dynamicTest(one.name(), () -> roundTrip(one)));
  }

  private void verifies(OmsCase one) throws Exception {
    JsonNode verdict = verify(one);
    assertThat(verdict.path("verdict").asString()).as(verdict.toString()).isEqualTo("verified");
    String encoding = "Signed in the encoding of OMS 0.2, which was a mistake";
    assertThat(verdict.path("notes").toString().contains(encoding))
        .as("a signature that is good only in a broken encoding is said to be so")
        .isEqualTo(one.name().equals("historical-v0.2.0-certificate"));
    if (!one.signedFiles().isEmpty()) {
      assertThat(signedFiles(one.folder().resolve("bundle.sig"))).isEqualTo(one.signedFiles());
    }
  }

  private void isRefused(OmsCase one) throws Exception {
    JsonNode verdict = verify(one);
    assertThat(verdict.path("verdict").asString()).isEqualTo("refused");
    assertThat(verdict.path("reason").asString())
        .as(verdict.path("detail").asString())
        .isEqualTo(REASONS.get(one.name()));
  }

  private void roundTrip(OmsCase one) throws Exception {
    Path folder = Files.createDirectory(temp.resolve(one.name()));
    Path model = one.model(folder);
    Path bundle = (one.isSignedInTheModel() ? model : folder).resolve("bundle.sig");
    Run signed = run(one.signing(model, bundle));
    if (one.isToFail()) {
      assertThat(signed.code()).as(signed.out()).isEqualTo(2);
      assertThat(bundle).doesNotExist();
      return;
    }
    assertThat(signed.code()).as(signed.err()).isZero();
    assertThat(signedFiles(bundle)).isEqualTo(one.signedFiles());
    if (one.name().equals("key-ignore-unsigned")) {
      Files.writeString(model.resolve("injected.bin"), "injected after signing\n");
    }
    Run verified = run(one.verifying(model, bundle, Optional.empty()));
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
  }

  private JsonNode verify(OmsCase one) throws Exception {
    Optional<Path> root = path("countersign.oms-trusted-root");
    assumeTrue(
        !one.isWithSigstore() || root.isPresent(),
        "needs -Dcountersign.oms-trusted-root=FILE, Sigstore's trusted root");
    Path model = one.model(Files.createDirectory(temp.resolve(one.name())));
    Run run = run(one.verifying(model, one.folder().resolve("bundle.sig"), root));
    assertThat(run.code()).as(run.err()).isIn(0, 1);
    return MAPPER.readTree(run.out());
  }

  private static List<String> signedFiles(Path bundle) throws Exception {
    Bundle read = BundleFile.read(bundle);
    List<String> names = new ArrayList<>();
    JsonNode predicate = Statements.parse(read.envelope().payload()).predicate();
    predicate.path("resources").forEach(resource -> names.add(resource.path("name").asString()));
    return names;
  }

  private static List<OmsCase> cases(String folder) throws Exception {
    Optional<Path> suite = path("countersign.oms-suite");
    assumeTrue(
        suite.isPresent(),
        "needs -Dcountersign.oms-suite=DIR, a checkout of model-signing-conformance");
    return OmsCase.in(suite.orElseThrow(), folder);
  }

  private static Optional<Path> path(String property) {
    return Optional.ofNullable(System.getProperty(property)).map(Path::of);
  }

  private static Run run(List<String> arguments) {
    return Run.of(arguments.toArray(String[]::new));
  }
}
