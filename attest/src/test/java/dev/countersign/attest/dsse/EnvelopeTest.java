package dev.countersign.attest.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.key.KeySignature;
import dev.countersign.attest.key.PublicKeys;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final String SIGNATURES = ",\"signatures\":[{\"sig\":\"AAEC\",\"keyid\":\"\"}]";

  /** The vector of DSSE's protocol.md, section "Test Vectors". */
  @Test
  void verifiesTheVectorOfTheProtocol() throws Exception {
    String json =
        "{\"payload\":\"aGVsbG8gd29ybGQ=\",\"payloadType\":\"http://example.com/HelloWorld\","
            + "\"signatures\":[{\"sig\":\"A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==\"}]}";
    Envelope envelope = envelope(json);
    assertThat(new String(envelope.preAuthenticationEncoding(), UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    // That vector holds r and s side by side; X9.62 in DER is what Sigstore writes.
    byte[] der = der(envelope.signatures().get(0).sig());
    assertThat(KeySignature.verifies(vectorKey(), envelope.preAuthenticationEncoding(), der))
        .isTrue();
    assertThat(KeySignature.verifies(vectorKey(), "hello world".getBytes(UTF_8), der)).isFalse();
  }

  @Test
  void lengthsAreInBytes() {
    assertThat(new String(Envelope.preAuthenticationEncoding("ü", "€".getBytes(UTF_8)), UTF_8))
        .isEqualTo("DSSEv1 2 ü 3 €");
    assertThat(new String(Envelope.preAuthenticationEncoding("", new byte[0]), UTF_8))
        .isEqualTo("DSSEv1 0  0 ");
  }

  /** No two pairs of type and payload are signed alike, whatever is moved from one to the other. */
  @Test
  void typeAndPayloadCannotBeShifted() {
    byte[] one = Envelope.preAuthenticationEncoding("a", "b 1 c".getBytes(UTF_8));
    byte[] other = Envelope.preAuthenticationEncoding("a 5 b", "c".getBytes(UTF_8));
    assertThat(one).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"payload\":\"AA==\"" + SIGNATURES + "}",
        "{\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\"}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[]}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":{}}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[1]}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[{}]}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"\"}]}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":1}]}",
        "{\"payload\":\"AA==\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\",\"keyid\":1}]}",
        "{\"payload\":7,\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"A\",\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"AB==\",\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"AA=\",\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"AA==\\n\",\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"A A=\",\"payloadType\":\"t\"" + SIGNATURES + "}",
        "{\"payload\":\"-+AA\",\"payloadType\":\"t\"" + SIGNATURES + "}"
      })
  void refusesWhatIsNoEnvelope(String json) {
    assertThatThrownBy(() -> envelope(json)).isInstanceOf(MalformedEnvelope.class);
  }

  @Test
  void readsEveryBase64ThatTheProtocolAllows() throws Exception {
    for (String text : List.of("+/8=", "+/8", "-_8=", "-_8")) {
      assertThat(envelope("{\"payload\":\"" + text + "\",\"payloadType\":\"t\"" + SIGNATURES + "}"))
          .extracting(Envelope::payload)
          .isEqualTo(new byte[] {(byte) 0xfb, (byte) 0xff});
    }
  }

  @Test
  void readsNoKeyIdWhetherItIsMissingNullOrEmpty() throws Exception {
    for (String keyid : List.of("", ",\"keyid\":null", ",\"keyid\":\"\"")) {
      String json =
          "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\""
              + keyid
              + "}]}";
      assertThat(envelope(json).signatures().get(0).keyId()).isEmpty();
    }
  }

  @Test
  void manySignaturesAreRefused() {
    String many = "{\"sig\":\"AA==\"},".repeat(Envelope.MOST_SIGNATURES) + "{\"sig\":\"AA==\"}";
    assertThatThrownBy(() ->
            envelope("{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[" + many + "]}"))
        .isInstanceOf(MalformedEnvelope.class);
  }

  @Test
  void whatIsWrittenIsReadBackAsItWas() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Envelope envelope = random(new Random(seed));
      assertThat(Envelope.of(StrictJson.object(StrictJson.pretty(envelope.toJson()))))
          .as("seed %d", seed)
          .isEqualTo(envelope);
    }
  }

  @Test
  void whatItGivesAwayCannotChangeIt() {
    byte[] payload = {1, 2, 3};
    Envelope envelope = new Envelope("t", payload, List.of(new Sig(Optional.empty(), payload)));
    payload[0] = 9;
    envelope.payload()[1] = 9;
    envelope.signatures().get(0).sig()[2] = 9;
    assertThat(envelope.payload()).containsExactly(1, 2, 3);
    assertThat(envelope.signatures().get(0).sig()).containsExactly(1, 2, 3);
  }

  private static Envelope random(Random random) {
    byte[] payload = new byte[random.nextInt(200)];
    random.nextBytes(payload);
    byte[] sig = new byte[1 + random.nextInt(80)];
    random.nextBytes(sig);
    Optional<String> keyId = random.nextBoolean() ? Optional.of("key€") : Optional.empty();
    return new Envelope("application/x", payload, List.of(new Sig(keyId, sig)));
  }

  private static Envelope envelope(String json) throws MalformedJson, MalformedEnvelope {
    return Envelope.of(StrictJson.object(json.getBytes(UTF_8)));
  }

  private static PublicKey vectorKey() throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    return PublicKeys.parse(PublicKeys.pem(key));
  }

  private static byte[] der(byte[] rs) throws Exception {
    ASN1EncodableVector two = new ASN1EncodableVector();
    two.add(integer(rs, 0));
    two.add(integer(rs, rs.length / 2));
    return new DERSequence(two).getEncoded();
  }

  private static ASN1Integer integer(byte[] rs, int from) {
    return new ASN1Integer(new BigInteger(1, rs, from, rs.length / 2));
  }
}
