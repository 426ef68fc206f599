package dev.countersign.attest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Made.Certified;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verification.Refused;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class CertificateVerifierTest {
  private static final String BEN = "ben@bank.example";
  private static final Instant LONG_AGO = Made.NOW.minus(Duration.ofDays(1000));

  private static final KeyPair ROOT_KEY = NewKeys.generate(KeyKind.P256);
  private static final KeyPair MIDDLE_KEY = NewKeys.generate(KeyKind.P256);
  private static final KeyPair LEAF_KEY = NewKeys.generate(KeyKind.P384);

  private static final X509Certificate ROOT = Made.selfSigned(ROOT_KEY, "CN=root");
  private static final X509Certificate MIDDLE =
      new Certified("CN=middle", MIDDLE_KEY).authority().by("CN=root", ROOT_KEY);
  private static final X509Certificate LEAF = byMiddle(ben());

  @Test
  void admitsAChainWithTheRootOrWithout() throws Exception {
    assertAdmitted(List.of(ROOT), LEAF, MIDDLE, ROOT);
    assertAdmitted(List.of(ROOT), LEAF, MIDDLE);
    assertAdmitted(List.of(ROOT, MIDDLE), LEAF);
    assertAdmitted(List.of(ROOT, MIDDLE), LEAF, ROOT, MIDDLE, LEAF);
    assertAdmitted(List.of(MIDDLE), LEAF);
  }

  @Test
  void aSelfSignedCertificateIsItsOwnAuthorityIfThePolicyNamesIt() throws Exception {
    X509Certificate alone = ben().authority().by("CN=Ben,O=Bank", LEAF_KEY);
    assertAdmitted(List.of(alone), alone);
    X509Certificate noAuthority = ben().by("CN=Ben,O=Bank", LEAF_KEY);
    assertAdmitted(List.of(noAuthority), noAuthority);
    assertThat(refused(List.of(ROOT), alone).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void aCertificateOfTheChainIsNoAnchor() throws Exception {
    assertThat(refused(List.of(), LEAF, MIDDLE, ROOT).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    KeyPair other = NewKeys.generate(KeyKind.P256);
    assertThat(refused(List.of(Made.selfSigned(other, "CN=root")), LEAF, MIDDLE, ROOT).reason())
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void anIntermediateOfThePolicyIsNoAnchorBesideARoot() throws Exception {
    KeyPair other = NewKeys.generate(KeyKind.P256);
    X509Certificate otherRoot = Made.selfSigned(other, "CN=other");
    assertThat(refused(List.of(otherRoot, MIDDLE), LEAF).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void refusesExpiredAndFutureCertificates() throws Exception {
    Instant now = Made.NOW;
    assertThat(refused(List.of(ROOT), byMiddle(ben().valid(LONG_AGO, now.minusSeconds(1))), MIDDLE))
        .extracting(Refused::reason)
        .isEqualTo(Reason.EXPIRED);
    assertThat(
            refused(
                List.of(ROOT),
                byMiddle(ben().valid(now.plusSeconds(1), now.plusSeconds(99))),
                MIDDLE))
        .extracting(Refused::reason)
        .isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void refusesExpiredAuthorities() throws Exception {
    X509Certificate oldRoot =
        new Certified("CN=root", ROOT_KEY)
            .authority()
            .valid(LONG_AGO, Made.NOW.minusSeconds(1))
            .by("CN=root", ROOT_KEY);
    assertThat(refused(List.of(oldRoot), LEAF, MIDDLE).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    X509Certificate oldMiddle =
        new Certified("CN=middle", MIDDLE_KEY)
            .authority()
            .valid(LONG_AGO, Made.NOW.minusSeconds(1))
            .by("CN=root", ROOT_KEY);
    assertThat(refused(List.of(ROOT), LEAF, oldMiddle).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void refusesAnIntermediateThatIsNoAuthority() throws Exception {
    X509Certificate plain =
        new Certified("CN=middle", MIDDLE_KEY)
            .usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)
            .by("CN=root", ROOT_KEY);
    assertThat(refused(List.of(ROOT), LEAF, plain).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    X509Certificate mayNotCertify =
        new Certified("CN=middle", MIDDLE_KEY)
            .authority()
            .usage(KeyUsage.digitalSignature)
            .by("CN=root", ROOT_KEY);
    assertThat(refused(List.of(ROOT), LEAF, mayNotCertify).reason())
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void refusesCertificatesForOtherUses() throws Exception {
    assertThat(refused(List.of(ROOT), byMiddle(ben().usage(KeyUsage.keyEncipherment)), MIDDLE))
        .extracting(Refused::reason)
        .isEqualTo(Reason.UNKNOWN_SIGNER);
    X509Certificate server = byMiddle(ben().purpose(KeyPurposeId.id_kp_serverAuth));
    assertThat(refused(List.of(ROOT), server, MIDDLE).detail()).contains("key usage");
  }

  @Test
  void refusesOtherSubjects() throws Exception {
    X509Certificate eve =
        byMiddle(new Certified("CN=Ben,O=Bank", LEAF_KEY).email("eve@bank.example"));
    assertThat(refused(List.of(ROOT), eve, MIDDLE).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    X509Certificate almost = byMiddle(new Certified("CN=Ben", LEAF_KEY).email("BEN@bank.example"));
    assertThat(refused(List.of(ROOT), almost, MIDDLE).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
    X509Certificate inTheName = byMiddle(new Certified("CN=" + BEN, LEAF_KEY));
    assertThat(refused(List.of(ROOT), inTheName, MIDDLE).reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void theWholeDistinguishedNameIsASubject() throws Exception {
    Bundle bundle =
        Signers.certificate(LEAF_KEY.getPrivate(), List.of(LEAF, MIDDLE)).sign(Made.statement());
    assertThat(verify(List.of(ROOT), "CN=Ben,O=Bank", bundle)).isInstanceOf(Admitted.class);
    assertThat(verify(List.of(ROOT), "CN=Ben", bundle)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesTheSignatureOfAnotherKey() throws Exception {
    KeyPair other = NewKeys.generate(KeyKind.P384);
    Bundle honest = sign(LEAF, MIDDLE);
    Bundle forged =
        Bundle.of(
            honest.material(),
            Signers.key(other.getPrivate(), other.getPublic()).sign(Made.statement()).envelope());
    assertThat(verify(List.of(ROOT), BEN, forged))
        .extracting("reason")
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  /** An identity by key is recognised by its bare key only: a certificate has its own last day. */
  @Test
  void aCertificateIsNoKey() throws Exception {
    assertThat(
            Verifier.of(TrustPolicy.key(LEAF_KEY.getPublic()))
                .verify(sign(LEAF, MIDDLE), Made.purpose()))
        .extracting("reason")
        .isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  private static Certified ben() {
    return new Certified("CN=Ben,O=Bank", LEAF_KEY).email(BEN);
  }

  private static X509Certificate byMiddle(Certified certified) {
    return certified.by("CN=middle", MIDDLE_KEY);
  }

  private static Bundle sign(X509Certificate... chain) throws Exception {
    Bundle bundle =
        Signers.certificate(LEAF_KEY.getPrivate(), List.of(chain)).sign(Made.statement());
    return Bundle.parse(bundle.toJson());
  }

  private static void assertAdmitted(List<X509Certificate> authorities, X509Certificate... chain)
      throws Exception {
    assertThat(verify(authorities, BEN, sign(chain))).isInstanceOf(Admitted.class);
  }

  private static Refused refused(List<X509Certificate> authorities, X509Certificate... chain)
      throws Exception {
    Verification verification = verify(authorities, BEN, sign(chain));
    assertThat(verification).isInstanceOf(Refused.class);
    return (Refused) verification;
  }

  private static Verification verify(
      List<X509Certificate> authorities, String subject, Bundle bundle) {
    Rule rule =
        new Rule(
            "ben",
            Set.of(Role.CI),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            "trust.yaml:7");
    TrustPolicy policy =
        new TrustPolicy(
            "trust.yaml",
            List.of(new Identity.ByCertificate("ben", "Ben", authorities, subject)),
            List.of(rule),
            Optional.empty());
    return Verifier.of(policy).verify(bundle, Made.purpose());
  }
}
