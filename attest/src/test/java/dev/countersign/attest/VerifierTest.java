package dev.countersign.attest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.dsse.Envelope;
import dev.countersign.attest.dsse.Sig;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {
  private static final KeyPair ADA = NewKeys.generate(KeyKind.P256);
  private static final KeyPair MALLORY = NewKeys.generate(KeyKind.P256);

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "P521", "ED25519"})
  void admitsEveryKindOfKey(KeyKind kind) throws Exception {
    KeyPair pair = NewKeys.generate(kind);
    Bundle bundle = Bundle.parse(signed(pair).toJson());
    Verification verification =
        Verifier.of(TrustPolicy.key(pair.getPublic())).verify(bundle, Made.purpose());
    assertThat(verification).isInstanceOf(Admitted.class);
    Admitted admitted = (Admitted) verification;
    assertThat(admitted.statement()).isEqualTo(Made.statement());
    assertThat(admitted.digest()).matches("[0-9a-f]{64}");
    assertThat(admitted.notes()).isEmpty();
  }

  @Test
  void refusesAKeyThatNobodyAdmitted() throws Exception {
    assertThat(refused(policy(rule()), signed(MALLORY)).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    assertThat(refused(TrustPolicy.nobody("trust.yaml"), signed(ADA)).reason())
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void saysThatNobodyIsTrustedRatherThanWhoIsNot() throws Exception {
    Refused refused = refused(TrustPolicy.nobody("no trust policy"), signed(ADA));
    assertThat(refused.detail())
        .isEqualTo("Nobody is trusted, so no signature proves anything (no trust policy).");
    assertThat(refused.next()).contains("in a trust policy, or by naming a key");
  }

  @Test
  void saysThatASignatureDoesNotFitTheKeyThatItNames() throws Exception {
    Refused refused = refused(policy(rule()), tampered(signed(ADA)));
    assertThat(refused.reason()).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(refused.detail()).contains("ada");
  }

  @Test
  void aHintThatLiesChangesNothing() throws Exception {
    Bundle honest = signed(ADA);
    Bundle lying =
        Bundle.of(
            new VerificationMaterial.Key(
                Optional.of(PublicKeys.hint(MALLORY.getPublic())), Optional.empty()),
            honest.envelope());
    assertThat(verify(policy(rule()), lying)).isInstanceOf(Admitted.class);
    Bundle stolen =
        Bundle.of(
            new VerificationMaterial.Key(
                Optional.of(PublicKeys.hint(ADA.getPublic())),
                Optional.of(PublicKeys.pem(ADA.getPublic()))),
            signed(MALLORY).envelope());
    assertThat(refused(policy(rule()), stolen).reason()).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesTheRightKeyInTheWrongRole() throws Exception {
    Refused refused = refused(policy(rule(Set.of(Role.DATA_STEWARD))), signed(ADA));
    assertThat(refused.reason()).isEqualTo(Reason.NOT_ADMITTED);
    assertThat(refused.detail()).isEqualTo("No rule of trust.yaml lets ada speak as ci of fraud.");
    assertThat(refused.next()).endsWith("- { identity: ada, roles: [ci], systems: [fraud] }");
  }

  @Test
  void refusesTheRightKeyOfTheWrongSystem() throws Exception {
    Rule other = rule(Set.of(), Set.of("churn"), Optional.empty(), Optional.empty());
    assertThat(refused(policy(other), signed(ADA)).reason()).isEqualTo(Reason.NOT_ADMITTED);
  }

  @Test
  void aRuleForASystemSaysNothingOutsideAnySystem() throws Exception {
    Rule fraud = rule(Set.of(), Set.of("fraud"), Optional.empty(), Optional.empty());
    Purpose outside = new Purpose(Set.of(Role.CI), Set.of(), Optional.empty(), Made.NOW);
    assertThat(Verifier.of(policy(fraud)).verify(signed(ADA), outside))
        .extracting("reason")
        .isEqualTo(Reason.NOT_ADMITTED);
  }

  @Test
  void refusesTheRightKeyAboutOtherThings() throws Exception {
    Rule other =
        rule(Set.of("https://example.com/other"), Set.of(), Optional.empty(), Optional.empty());
    assertThat(refused(policy(other), signed(ADA)).reason()).isEqualTo(Reason.NOT_ADMITTED);
  }

  @Test
  void aRuleHoldsFromItsFirstMomentToBeforeItsLast() throws Exception {
    Instant now = Made.NOW;
    assertThat(refused(policy(between(now.plusMillis(1), null)), signed(ADA)).reason())
        .isEqualTo(Reason.NOT_YET_VALID);
    assertThat(verify(policy(between(now, null)), signed(ADA))).isInstanceOf(Admitted.class);
    assertThat(refused(policy(between(null, now)), signed(ADA)).reason()).isEqualTo(Reason.EXPIRED);
    assertThat(verify(policy(between(null, now.plusMillis(1))), signed(ADA)))
        .isInstanceOf(Admitted.class);
  }

  @Test
  void saysThatARuleEndsSoon() throws Exception {
    Rule ending = between(null, Made.NOW.plus(Duration.ofDays(29)));
    assertThat(((Admitted) verify(policy(ending), signed(ADA))).notes())
        .singleElement()
        .asString()
        .contains("ends before 2026-12-26");
  }

  @Test
  void oneFittingRuleIsEnough() throws Exception {
    TrustPolicy policy = policy(between(null, Made.NOW), rule(Set.of(Role.GUARD)), rule());
    assertThat(verify(policy, signed(ADA))).isInstanceOf(Admitted.class);
  }

  @Test
  void refusesAStatementOfATypeThatIsNotWanted() throws Exception {
    Purpose other = new Purpose(Set.of(Role.CI), Set.of("https://x"), Optional.empty(), Made.NOW);
    assertThat(Verifier.of(policy(rule())).verify(signed(ADA), other))
        .extracting("reason")
        .isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
  }

  /** The same bytes, signed as something else, are no statement. */
  @Test
  void refusesOtherTypesOfPayload() throws Exception {
    Signer signer = Signers.key(ADA.getPrivate(), ADA.getPublic());
    byte[] payload = Statements.write(Made.statement());
    assertThat(refused(policy(rule()), signer.sign(payload, "application/json")).reason())
        .isEqualTo(Reason.MALFORMED);
    Envelope relabelled =
        new Envelope(
            Statement.PAYLOAD_TYPE,
            payload,
            signer.sign(payload, "application/json").envelope().signatures());
    assertThat(Verifier.of(policy(rule())).verify(relabelled, Made.purpose()))
        .extracting("reason")
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void refusesASignatureOverAnotherSpellingOfTheSameStatement() throws Exception {
    Envelope signed = signed(ADA).envelope();
    byte[] canonical = StrictJson.canonical(StrictJson.object(signed.payload()));
    assertThat(canonical).isNotEqualTo(signed.payload());
    Envelope respelled = new Envelope(signed.payloadType(), canonical, signed.signatures());
    assertThat(Verifier.of(policy(rule())).verify(respelled, Made.purpose()))
        .extracting("reason")
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void refusesASignedStatementWithANameTwice() throws Exception {
    String twice =
        new String(Statements.write(Made.statement()), UTF_8)
            .replace("\"passed\":true", "\"passed\":false,\"passed\":true");
    Bundle bundle =
        Signers.key(ADA.getPrivate(), ADA.getPublic())
            .sign(twice.getBytes(UTF_8), Statement.PAYLOAD_TYPE);
    assertThat(refused(policy(rule()), bundle).reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void refusesSignaturesThatAreNone() throws Exception {
    Envelope good = signed(ADA).envelope();
    for (byte[] sig :
        List.of(
            new byte[1],
            new byte[64],
            new byte[72],
            new byte[100_000],
            Arrays.copyOf(good.signatures().get(0).sig(), 40),
            new byte[] {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00})) {
      Envelope forged =
          new Envelope(good.payloadType(), good.payload(), List.of(new Sig(Optional.empty(), sig)));
      assertThat(Verifier.of(policy(rule())).verify(forged, Made.purpose()))
          .isInstanceOf(Refused.class);
    }
  }

  /** DSSE, protocol.md: one signature of somebody who is trusted is enough. */
  @Test
  void anySignatureOfAnEnvelopeWillDo() throws Exception {
    Envelope ada = signed(ADA).envelope();
    Sig other = signed(MALLORY).envelope().signatures().get(0);
    Envelope both =
        new Envelope(ada.payloadType(), ada.payload(), List.of(other, ada.signatures().get(0)));
    assertThat(Verifier.of(policy(rule())).verify(both, Made.purpose()))
        .isInstanceOf(Admitted.class);
    Envelope without = new Envelope(ada.payloadType(), ada.payload(), List.of(other, other));
    assertThat(Verifier.of(policy(rule())).verify(without, Made.purpose()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void severalIdentitiesMayHaveOneKey() throws Exception {
    TrustPolicy policy =
        new TrustPolicy(
            "trust.yaml",
            List.of(
                new Identity.ByKey("first", "First", ADA.getPublic()),
                new Identity.ByKey("ada", "Ada", ADA.getPublic())),
            List.of(rule()),
            Optional.empty());
    assertThat(((Admitted) verify(policy, signed(ADA))).by().id()).isEqualTo("ada");
  }

  @Test
  void withoutThePlugInSigstoreIsNotSupported() throws Exception {
    TrustPolicy policy =
        new TrustPolicy(
            "trust.yaml",
            List.of(new Identity.BySigstore("ada", "Ada", "https://issuer", "ada@x.example")),
            List.of(rule()),
            Optional.empty());
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    Bundle bundle = signed(pair);
    Bundle sigstore =
        new Bundle(
            new VerificationMaterial.Sigstore(Made.selfSigned(pair, "CN=x")),
            bundle.envelope(),
            bundle.json());
    assertThat(refused(policy, sigstore).reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(refused(policy(rule()), sigstore).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void noSignerSignsWithAKeyThatIsNotItsOwn() {
    Signer mixed = Signers.key(ADA.getPrivate(), MALLORY.getPublic());
    assertThat(mixed.toString()).doesNotContain(ADA.getPrivate().toString());
    assertThatThrownBy(() -> mixed.sign(Made.statement())).isInstanceOf(SigningFailed.class);
  }

  private static Bundle signed(KeyPair pair) throws SigningFailed {
    return Signers.key(pair.getPrivate(), pair.getPublic()).sign(Made.statement());
  }

  private static Bundle tampered(Bundle bundle) {
    byte[] payload =
        new String(bundle.envelope().payload(), UTF_8).replace("true", "null").getBytes(UTF_8);
    return Bundle.of(
        bundle.material(),
        new Envelope(bundle.envelope().payloadType(), payload, bundle.envelope().signatures()));
  }

  private static TrustPolicy policy(Rule... rules) {
    return new TrustPolicy(
        "trust.yaml",
        List.of(new Identity.ByKey("ada", "Ada Lovelace", ADA.getPublic())),
        List.of(rules),
        Optional.empty());
  }

  private static Rule rule() {
    return rule(Set.of(Role.CI));
  }

  private static Rule rule(Set<Role> roles) {
    return new Rule(
        "ada", roles, Set.of(), Set.of(), Optional.empty(), Optional.empty(), "trust.yaml:7");
  }

  private static Rule rule(
      Set<String> types, Set<String> systems, Optional<Instant> from, Optional<Instant> until) {
    return new Rule("ada", Set.of(Role.CI), types, systems, from, until, "trust.yaml:7");
  }

  private static Rule between(@Nullable Instant from, @Nullable Instant until) {
    return rule(Set.of(), Set.of(), Optional.ofNullable(from), Optional.ofNullable(until));
  }

  private static Verification verify(TrustPolicy policy, Bundle bundle) {
    return Verifier.of(policy).verify(bundle, Made.purpose());
  }

  private static Refused refused(TrustPolicy policy, Bundle bundle) {
    Verification verification = verify(policy, bundle);
    assertThat(verification).isInstanceOf(Refused.class);
    return (Refused) verification;
  }
}
