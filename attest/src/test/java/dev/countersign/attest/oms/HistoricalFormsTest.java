package dev.countersign.attest.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.oms.OmsVerification.Verified;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What versions before 1.0 of the specification wrote (section 11). */
class HistoricalFormsTest {
  private static final String A = sha256("1");
  private static final String B = sha256("2");

  @TempDir Path temp;
  private ModelOnDisk model;

  @BeforeEach
  void twoFiles() throws Exception {
    model = new ModelOnDisk(temp, "m").with("a", "1").with("b", "2");
  }

  @Test
  void version02HadTheFilesAsSubjects() throws Exception {
    Verified verified = model.signedAs(old(subject("a", A), subject("b", B))).verified();
    assertThat(ModelOnDisk.names(verified.manifest())).containsExactly("a", "b");
    assertThat(verified.notes())
        .containsExactly(
            "The manifest is in the form of OMS 0.2, which is out of use; sign the model again.");
  }

  @Test
  void version02IsComparedAsStrictly() throws Exception {
    model.signedAs(old(subject("a", A), subject("b", B))).with("c", "3").with("a", "0");
    assertThat(model.refused().differences())
        .extracting(Difference::name)
        .containsExactlyInAnyOrder("a", "c");
    for (String[] subjects :
        List.of(
            new String[] {subject("../a", A), subject("b", B)},
            new String[] {subject("a", A), subject("a", A)},
            new String[] {"{\"digest\":{\"sha256\":\"" + A + "\"}}"},
            new String[] {"{\"name\":\"a\",\"digest\":{\"sha512\":\"" + A + A + "\"}}"})) {
      assertThat(model.signedAs(old(subjects)).refused().reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void version031GaveTheKeyItselfAndANullKeyId() throws Exception {
    ObjectNode json = BundleFile.read(model.signed().bundle()).json().deepCopy();
    byte[] pem = PublicKeys.pem(ModelOnDisk.ADA.getPublic());
    ((ObjectNode) json.get("verificationMaterial"))
        .putObject("publicKey")
        .put("rawBytes", Base64.getEncoder().encodeToString(pem))
        .put("keyDetails", "PKIX_ECDSA_P256_SHA_256");
    ((ObjectNode) json.get("dsseEnvelope").get("signatures").get(0)).putNull("keyid");
    Files.write(model.bundle(), Bundle.parse(bytes(json.toString())).toJson());
    assertThat(model.verified().files()).isEqualTo(2);
  }

  @Test
  void versionsBefore11DidNotSayWhatTheyLeftOut() throws Exception {
    String json = today("").replace(",\"ignore_paths\":[]", "");
    assertThat(model.signedAs(json).with(".git/HEAD", "x").verified().notes())
        .containsExactly(
            "It does not say which paths were left out (a form from before OMS 1.1).",
            "Not covered by the signature, but there: .git.");
  }

  @Test
  void anOrderThatTheSpecificationDoesNotAskForIsSaid() throws Exception {
    String json =
        today(resource("b", B) + "," + resource("a", A)).replace("ROOT", sha256OfHex(B + A));
    assertThat(model.signedAs(json).verified().notes())
        .containsExactly("Its resources are not in the order that OMS 1.0 asks for.");
  }

  @Test
  void theReferenceNamedTheAlgorithmOfShardsWithTheirSize() throws Exception {
    String json =
        today(resource("a:0:1", A) + "," + resource("b:0:1", B))
            .replace("ROOT", sha256OfHex(A + B))
            .replace("\"algorithm\":\"sha256\"", "\"algorithm\":\"sha256-sharded-10\"")
            .replace("\"method\":\"files\"", "\"method\":\"shards\",\"shard_size\":10");
    assertThat(model.signedAs(json).verified().notes())
        .containsExactly("Its digests are named as the Python reference names those of shards.");
    assertThat(model.signedAs(json.replace("sharded-10", "sharded-11")).refused().reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void theReferenceCalledTheOnlyFileADot() throws Exception {
    Path file = Files.writeString(temp.resolve("model.onnx"), "1");
    String json = today(resource(".", A)).replace("ROOT", sha256OfHex(A));
    model.signedAs(json);
    Verified verified = (Verified) ModelOnDisk.verifier().verify(file, model.bundle());
    assertThat(verified.notes())
        .containsExactly(
            "It calls the only file \".\", as the Python reference did for single files.");
    assertThat(model.refused().reason()).isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
  }

  private static String today(String resources) {
    String list = resources.isEmpty() ? resource("a", A) + "," + resource("b", B) : resources;
    return ("{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"model\",\"digest\":"
            + "{\"sha256\":\"ROOT\"}}],\"predicateType\":\"%s\",\"predicate\":{\"resources\":[%s],"
            + "\"serialization\":{\"method\":\"files\",\"hash_type\":\"sha256\","
            + "\"allow_symlinks\":false,\"ignore_paths\":[]}}}")
        .formatted(OmsManifest.PREDICATE_TYPE, list)
        .replace("ROOT", resources.isEmpty() ? sha256OfHex(A + B) : "ROOT");
  }

  private static String old(String... subjects) {
    return "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[%s],\"predicateType\":\"%s\"}"
        .formatted(String.join(",", subjects), OmsManifest.PREDICATE_TYPE_0_2);
  }

  private static String subject(String name, String digest) {
    return "{\"name\":\"%s\",\"digest\":{\"sha256\":\"%s\"}}".formatted(name, digest);
  }

  private static String resource(String name, String digest) {
    return "{\"name\":\"%s\",\"digest\":\"%s\",\"algorithm\":\"sha256\"}".formatted(name, digest);
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(HashAlgorithm.SHA256.digest().digest(bytes(text)));
  }

  private static String sha256OfHex(String hex) {
    return HexFormat.of()
        .formatHex(HashAlgorithm.SHA256.digest().digest(HexFormat.of().parseHex(hex)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
