package dev.countersign.attest.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.Made;
import dev.countersign.attest.Signers;
import dev.countersign.attest.json.Mutation;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  private static final KeyPair PAIR = NewKeys.generate(KeyKind.P256);

  @Test
  void aKeyIsNamedByItsHint() throws Exception {
    Bundle bundle = Bundle.parse(byKey());
    assertThat(((VerificationMaterial.Key) bundle.material()).hint())
        .contains(PublicKeys.hint(PAIR.getPublic()));
    assertThat(bundle.json().path("mediaType").stringValue()).isEqualTo(Bundle.MEDIA_TYPE);
    assertThat(bundle.toJson()).isEqualTo(byKeyOf(bundle));
  }

  @Test
  void aChainComesBackAsItWas() throws Exception {
    VerificationMaterial material = Bundle.parse(byCertificate()).material();
    assertThat(material).isInstanceOf(VerificationMaterial.Chain.class);
    assertThat(((VerificationMaterial.Chain) material).leaf().getPublicKey())
        .isEqualTo(PAIR.getPublic());
  }

  @Test
  void entriesOfALogMakeAChainSigstores() throws Exception {
    String logged =
        new String(byCertificate(), UTF_8)
            .replaceAll("\"tlogEntries\": \\[\\s*]", "\"tlogEntries\": [{}]");
    assertThat(Bundle.parse(logged.getBytes(UTF_8)).material())
        .isInstanceOf(VerificationMaterial.Sigstore.class);
  }

  @Test
  void readsWhatOmsWroteBefore() throws Exception {
    String old =
        new String(byKey(), UTF_8)
            .replaceFirst(
                "\"hint\": \"[0-9a-f]+\"", "\"rawBytes\": \"AAEC\", \"keyDetails\": \"X\"")
            .replaceAll(",\\s*\"tlogEntries\": \\[\\s*]", "")
            .replaceFirst("\"keyid\": \"\"", "\"keyid\": null");
    VerificationMaterial.Key key =
        (VerificationMaterial.Key) Bundle.parse(old.getBytes(UTF_8)).material();
    assertThat(key.hint()).isEmpty();
    assertThat(key.rawBytes()).hasValueSatisfying(raw -> assertThat(raw).containsExactly(0, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".v0.3+json|.v0.9+json",
        ".v0.3+json|+json;version=1.0",
        "\"mediaType\": \"|\"mediaTypes\": \"",
        "\"mediaType\": \"application|\"mediaType\": \"text",
        "\"dsseEnvelope\"|\"dsseEnvelop\"",
        "\"dsseEnvelope\": {|\"messageSignature\": {}, \"dsseEnvelope\": {",
        "\"dsseEnvelope\": {|\"dsseEnvelope\": 1, \"x\": {",
        "\"verificationMaterial\"|\"verification\"",
        "\"publicKey\"|\"public\"",
        "\"publicKey\": {|\"certificate\": {}, \"publicKey\": {",
        "\"hint\": \"|\"hint\": 1, \"x\": \"",
        "\"hint\": \"|\"rawBytes\": \"!\", \"hint\": \"",
        "\"mediaType\": |\"mediaType\": \"x\", \"mediaType\": ",
        "\"payloadType\": |\"payloadType\": \"x\", \"payloadType\": ",
        "\"keyid\": \"\"|\"keyid\": \"\", \"keyid\": \"\"",
        "\"signatures\": [|\"signatures\": [ { \"sig\": \"AA==\" },"
      })
  void refusesWhatIsNoBundle(String change) throws Exception {
    String[] parts = change.split("\\|", 2);
    String good = new String(byKey(), UTF_8);
    assertThat(good).contains(parts[0]);
    byte[] bad = good.replace(parts[0], parts[1]).getBytes(UTF_8);
    assertThatThrownBy(() -> Bundle.parse(bad)).isInstanceOf(MalformedBundle.class);
  }

  @Test
  void refusesChainsThatAreNone() throws Exception {
    String good = new String(byCertificate(), UTF_8);
    String certificate = good.substring(good.indexOf("{", good.indexOf("certificates")));
    String one = certificate.substring(0, certificate.indexOf("}") + 1);
    for (String bad :
        List.of(
            good.replace(one, ""),
            good.replace(one, "7"),
            good.replace(one, "{}"),
            good.replace(one, "{\"rawBytes\":\"AAEC\"}"),
            good.replace(one, String.join(",", Collections.nCopies(17, one))))) {
      assertThatThrownBy(() -> Bundle.parse(bad.getBytes(UTF_8)))
          .isInstanceOf(MalformedBundle.class);
    }
  }

  @Test
  void everyTruncatedFileIsRefused() throws Exception {
    byte[] good = byCertificate();
    for (int length = 0; length < good.length - 2; length += 7) {
      byte[] part = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> Bundle.parse(part)).isInstanceOf(MalformedBundle.class);
    }
  }

  @Test
  void damagedOnesAreRefusedAndNothingElseHappens() throws Exception {
    List<byte[]> seeds = List.of(byKey(), byCertificate());
    for (int seed = 0; seed < 3_000; seed++) {
      try {
        Bundle.parse(Mutation.of(seeds.get(seed % 2), new Random(seed)));
      } catch (MalformedBundle allowed) {
        assertThat(allowed.getMessage()).as("seed %d", seed).isNotBlank();
      }
    }
  }

  private static byte[] byKey() throws Exception {
    return Signers.key(PAIR.getPrivate(), PAIR.getPublic()).sign(Made.statement()).toJson();
  }

  private static byte[] byKeyOf(Bundle bundle) {
    return Bundle.of(bundle.material(), bundle.envelope()).toJson();
  }

  private static byte[] byCertificate() throws Exception {
    return Signers.certificate(PAIR.getPrivate(), List.of(Made.selfSigned(PAIR, "CN=x")))
        .sign(Made.statement())
        .toJson();
  }
}
