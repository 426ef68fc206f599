package dev.countersign.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.Sig;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.KeySignature;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoricalEncodingTest {
  private static final KeyPair PAIR = NewKeys.generate(KeyKind.P384);

  /** What Python 3 prints for these bytes. */
  @Test
  void isPythonsNotation() {
    assertThat(of("{\"a\": 'b'}\n\\\t\r\u0001é~".getBytes(UTF_8)))
        .isEqualTo("DSSEV1 1 t 18 b'{\"a\": \\'b\\'}\\n\\\\\\t\\r\\x01\\xc3\\xa9~'");
    assertThat(of("it's".getBytes(UTF_8))).isEqualTo("DSSEV1 1 t 4 b\"it's\"");
    assertThat(of(new byte[] {0, 127, -1})).isEqualTo("DSSEV1 1 t 3 b'\\x00\\x7f\\xff'");
  }

  @Test
  void countsForOmsWhereItIsAskedForAndIsSaid() throws Exception {
    Bundle old = signed("https://model_signing/signature/v1.0");
    Verifier verifier = Verifier.of(TrustPolicy.key(PAIR.getPublic()));
    assertThat(verifier.verify(old, any())).isInstanceOf(Verification.Refused.class);
    Verification verification = verifier.withHistoricalOms().verify(old, any());
    assertThat(verification).isInstanceOf(Verification.Admitted.class);
    assertThat(((Verification.Admitted) verification).notes())
        .singleElement()
        .asString()
        .contains("OMS 0.2");
  }

  @Test
  void countsForNothingElse() throws Exception {
    Verifier verifier = Verifier.of(TrustPolicy.key(PAIR.getPublic())).withHistoricalOms();
    assertThat(verifier.verify(signed("https://slsa.dev/provenance/v1"), any()))
        .isInstanceOf(Verification.Refused.class);
  }

  private static Bundle signed(String type) throws Exception {
    Statement statement =
        new Statement(Made.statement().subjects(), type, Made.statement().predicate());
    byte[] payload = Statements.write(statement);
    byte[] message =
        HistoricalEncoding.of(new Envelope(Statement.PAYLOAD_TYPE, payload, List.of()));
    byte[] sig = KeySignature.sign(PAIR.getPrivate(), KeyKind.P256, Optional.empty(), message);
    return Bundle.of(
        new VerificationMaterial.Key(Optional.empty(), Optional.empty()),
        new Envelope(Statement.PAYLOAD_TYPE, payload, List.of(new Sig(Optional.empty(), sig))));
  }

  private static Purpose any() {
    return new Purpose(Set.of(Role.CI), Set.of(), Optional.empty(), Made.NOW);
  }

  private static String of(byte[] payload) {
    return new String(HistoricalEncoding.of(new Envelope("t", payload, List.of())), UTF_8);
  }
}
