package dev.countersign.attest.sigstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.SigstoreService;
import dev.countersign.attest.SigstoreService.Outcome;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.sigstore.TinySigstore.Order;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was signed with Sigstore, and what only looks like it. */
class SigstoreTest {
  private static final Instant TODAY = TinySigstore.SIGNED.plusSeconds(1_000_000);

  private final TinySigstore sigstore = new TinySigstore();
  private final Order order = new Order();

  @Test
  void aGoodBundleSaysWhoSignedAndWhen() throws Exception {
    Outcome.Good good = (Outcome.Good) verify(sigstore.sign(order));
    assertThat(good.issuer()).isEqualTo(TinySigstore.ISSUER);
    assertThat(good.subject()).isEqualTo(TinySigstore.SUBJECT);
    assertThat(good.time()).isEqualTo(order.logged);
    assertThat(good.notes()).hasSize(1);
  }

  @Test
  void thePlugInIsFound() {
    assertThat(SigstoreService.installed()).containsInstanceOf(Sigstore.class);
  }

  @Test
  void withoutATrustedRootItSaysHowToGetOne() throws Exception {
    Outcome.Bad bad =
        (Outcome.Bad) new Sigstore().verify(sigstore.sign(order), Optional.empty(), TODAY);
    assertThat(bad.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(bad.next()).contains("countersign trust root --online --out FILE");
  }

  @Test
  void theRootOfSomebodyElseVouchesForNothing() throws Exception {
    byte[] other = new TinySigstore().trustedRoot();
    Outcome outcome = new Sigstore().verify(sigstore.sign(order), Optional.of(other), TODAY);
    assertThat(reason(outcome)).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void aRootThatIsNoneIsRefused() throws Exception {
    Bundle bundle = sigstore.sign(order);
    for (String root : List.of("", "[]", "{\"tlogs\":[{}]}", "{\"tlogs\":1,\"tlogs\":2}")) {
      Optional<byte[]> bytes = Optional.of(root.getBytes(StandardCharsets.UTF_8));
      assertThat(reason(new Sigstore().verify(bundle, bytes, TODAY))).isEqualTo(Reason.UNSUPPORTED);
    }
  }

  @Test
  void aChangedPayloadIsNotWhatWasSigned() throws Exception {
    String json = sigstore.json(order);
    String changed = json.replace(base64(order.payload), base64(TinySigstore.statement("model o")));
    assertThat(reason(verify(parse(changed)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void anotherPayloadTypeIsNotWhatWasSigned() throws Exception {
    String json = sigstore.json(order).replace(order.payloadType, "text/plain");
    assertThat(reason(verify(parse(json)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void withoutAnEntryOfTheLogNothingIsProven() throws Exception {
    String json =
        sigstore
            .json(order)
            .replaceFirst(
                "(?s)\"tlogEntries\":\\[.*?\\]},\\s*\"dsse", "\"tlogEntries\":[]},\"dsse");
    assertThat(reason(verify(parse(json)))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void anEntryOfAnotherSignatureLendsItsTimeToNobody() throws Exception {
    order.bodySignature = Base64.getEncoder().encodeToString(new byte[70]);
    assertThat(reason(verify(sigstore.sign(order)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void theEntryOfAnotherBundleIsRefused() throws Exception {
    String one = sigstore.json(order);
    String other = sigstore.json(order);
    String mixed = one.replace(entry(one), entry(other));
    assertThat(reason(verify(parse(mixed)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void aLogThatTheRootLacksIsRefused() throws Exception {
    TinySigstore other = new TinySigstore();
    String foreign = sigstore.json(order).replace(entry(sigstore.json(order)), "");
    assertThat(foreign).isNotEmpty();
    String root = new String(sigstore.trustedRoot(), StandardCharsets.UTF_8);
    String swapped = root.replace(logs(root), logs(text(other.trustedRoot())));
    Outcome outcome =
        new Sigstore()
            .verify(
                sigstore.sign(order), Optional.of(swapped.getBytes(StandardCharsets.UTF_8)), TODAY);
    assertThat(reason(outcome)).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void aTimeThatTheLogDidNotPromiseIsRefused() throws Exception {
    String json = sigstore.json(order);
    String earlier =
        json.replace(
            Long.toString(order.logged.getEpochSecond()),
            Long.toString(order.logged.getEpochSecond() - 1));
    assertThat(reason(verify(parse(earlier)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void aCertificateThatHadExpiredWhenItSignedIsRefused() throws Exception {
    order.logged = order.certified.plusSeconds(601);
    assertThat(reason(verify(sigstore.sign(order)))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void aCertificateThatWasNotYetValidWhenItSignedIsRefused() throws Exception {
    order.logged = order.certified.minusSeconds(1);
    assertThat(reason(verify(sigstore.sign(order)))).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void whatIsSignedInTheFutureIsRefused() throws Exception {
    Instant before = order.logged.minusSeconds(3_600);
    Outcome outcome = new Sigstore().verify(sigstore.sign(order), root(), before);
    assertThat(reason(outcome)).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void aCertificateForAnythingButSigningIsRefused() throws Exception {
    order.codeSigning = false;
    assertThat(reason(verify(sigstore.sign(order)))).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void twoEntriesOfTheLogAreRefused() throws Exception {
    String json = sigstore.json(order);
    String twice = json.replace(entry(json), entry(json) + "," + entry(json));
    assertThat(reason(verify(parse(twice)))).isEqualTo(Reason.MALFORMED);
  }

  /** Some of a bundle is not signed because nothing rests on it; the rest must not change. */
  @Test
  void whateverByteIsChangedItIsRefusedOrSaysTheSame() throws Exception {
    String json = sigstore.json(order);
    Bundle signed = parse(json);
    Outcome expected = verify(signed);
    for (int i = 0; i < json.length(); i += 7) {
      char c = json.charAt(i) == 'A' ? 'B' : 'A';
      String changed = json.substring(0, i) + c + json.substring(i + 1);
      Optional<Bundle> bundle = Attempt.of(() -> parse(changed));
      if (bundle.isPresent() && verify(bundle.get()) instanceof Outcome.Good good) {
        assertThat(good).as("changed at %d", i).isEqualTo(expected);
        assertThat(bundle.get().envelope().payload()).isEqualTo(signed.envelope().payload());
      }
    }
  }

  @Test
  void theTrustPolicyDecidesWhoseWordCounts() throws Exception {
    assertThat(admit(TinySigstore.ISSUER, TinySigstore.SUBJECT))
        .isInstanceOf(Verification.Admitted.class);
    assertThat(admit("https://other.example", TinySigstore.SUBJECT))
        .isInstanceOfSatisfying(
            Verification.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
              assertThat(refused.detail()).contains(TinySigstore.SUBJECT);
            });
    assertThat(admit(TinySigstore.ISSUER, "Ada@bank.example"))
        .isInstanceOf(Verification.Refused.class);
  }

  @TempDir private Path folder;

  private Verification admit(String issuer, String subject) throws Exception {
    Path root = Files.write(folder.resolve("root.json"), sigstore.trustedRoot());
    TrustPolicy policy =
        new TrustPolicy(
            "policy",
            List.of(new Identity.BySigstore("ada", "Ada", issuer, subject)),
            List.of(
                new Rule(
                    "ada",
                    Set.of(Role.CI),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "p:1")),
            Optional.of(root));
    return Verifier.of(policy)
        .verify(
            sigstore.sign(order), new Purpose(Set.of(Role.CI), Set.of(), Optional.empty(), TODAY));
  }

  @Test
  void verifyingAsksForNoConnection() throws Exception {
    List<URI> asked = new ArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(recording(asked));
    try {
      assertThat(verify(sigstore.sign(order))).isInstanceOf(Outcome.Good.class);
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void fetchingTheRootWithoutANetworkSaysSo() {
    List<URI> asked = new ArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    ProxySelector.setDefault(recording(asked));
    try {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                  IOException.class, () -> new Sigstore().fetchTrustedRoot(false)))
          .hasMessageStartingWith("Could not get the trusted root of Sigstore")
          .hasMessageContaining("network");
    } finally {
      ProxySelector.setDefault(before);
      System.setProperty("user.home", home);
    }
    assertThat(asked).isNotEmpty();
  }

  /** Sends every connection to a port where nobody listens. */
  private static ProxySelector recording(List<URI> asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(uri);
        return List.of(new Proxy(Proxy.Type.HTTP, new java.net.InetSocketAddress("127.0.0.1", 9)));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }

  private Outcome verify(Bundle bundle) throws Exception {
    return new Sigstore().verify(bundle, root(), TODAY);
  }

  private Optional<byte[]> root() throws Exception {
    return Optional.of(sigstore.trustedRoot());
  }

  private static Reason reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Bad.class);
    return ((Outcome.Bad) outcome).reason();
  }

  private static String entry(String json) {
    int from = json.indexOf("\"tlogEntries\":[") + "\"tlogEntries\":[".length();
    return json.substring(from, json.indexOf("]},\n\"dsseEnvelope\"", from));
  }

  private static String logs(String root) {
    return root.substring(root.indexOf("\"tlogs\""), root.indexOf("\"ctlogs\""));
  }

  private static Bundle parse(String json) throws Exception {
    return Bundle.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
