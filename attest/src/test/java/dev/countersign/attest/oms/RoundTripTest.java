package dev.countersign.attest.oms;

import static dev.countersign.attest.oms.ModelOnDisk.names;
import static dev.countersign.attest.oms.ModelOnDisk.signer;
import static dev.countersign.attest.oms.ModelOnDisk.verifier;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.attest.Made.Certified;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.bundle.VerificationMaterial;
import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import dev.countersign.attest.trust.TrustPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(1000));
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(100));

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void wholeFilesWithEachHash(HashAlgorithm algorithm) throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).with("empty", "");
    OmsSigner.Signed signed = model.sign(signer().hash(algorithm));
    assertThat(names(signed.manifest())).containsExactly("config.json", "empty", "weights/a.bin");
    Verified verified = model.verified();
    assertThat(verified.manifest()).isEqualTo(signed.manifest());
    assertThat(verified.files()).isEqualTo(3);
    assertThat(verified.bytes()).isEqualTo(14);
    assertThat(verified.notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shardsWithEachHash(HashAlgorithm algorithm) throws Exception {
    ModelOnDisk model =
        new ModelOnDisk(temp, "m")
            .with("w:0:5", random(2_500))
            .with("exact", random(2_000))
            .with("empty", "");
    OmsSigner.Signed signed = model.sign(signer().hash(algorithm).shards(1_000));
    assertThat(names(signed.manifest()))
        .containsExactly(
            "exact:0:1000",
            "exact:1000:2000",
            "w:0:5:0:1000",
            "w:0:5:1000:2000",
            "w:0:5:2000:2500");
    assertThat(model.verified().notes())
        .containsExactly("There are 1 empty files, which a signature over shards does not list.");
    byte[] content = Files.readAllBytes(model.file("w:0:5"));
    content[1_500] ^= 1;
    assertThat(model.with("w:0:5", content).refused().differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.kind()).isEqualTo(Difference.Kind.CHANGED);
          assertThat(difference.name()).isEqualTo("w:0:5:1000:2000");
        });
  }

  @Test
  void aFileOfShardsThatGrowsOrShrinksIsFound() throws Exception {
    ModelOnDisk model = new ModelOnDisk(temp, "m").with("w", random(2_000));
    model.sign(signer().shards(1_000));
    model.with("w", random(2_001));
    assertThat(model.refused().differences())
        .extracting(Difference::kind)
        .contains(Difference.Kind.UNSIGNED);
    model.with("w", random(1_000));
    assertThat(model.refused().differences())
        .extracting(Difference::kind)
        .contains(Difference.Kind.MISSING);
    model.with("w", "");
    assertThat(model.refused().differences())
        .extracting(Difference::kind)
        .containsOnly(Difference.Kind.MISSING);
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "P521", "ED25519"})
  void everyKindOfKey(KeyKind kind) throws Exception {
    KeyPair pair = NewKeys.generate(kind);
    ModelOnDisk model = ModelOnDisk.small(temp);
    model.sign(OmsSigner.of(Signers.key(pair.getPrivate(), pair.getPublic())));
    assertThat(model.verified(OmsVerifier.of(TrustPolicy.key(pair.getPublic()))).by().name())
        .startsWith("the holder of key-");
    assertThat(model.refused().reason()).isEqualTo(Reason.UNKNOWN_SIGNER);
  }

  @Test
  void aCertificateByItsAuthorityAndInItsDays() throws Exception {
    Instant now = Instant.now();
    KeyPair root = NewKeys.generate(KeyKind.P256);
    Path pem =
        pem(new Certified("CN=root", root).authority().valid(LONG_AGO, LATER).by("CN=root", root));
    KeyPair pair = NewKeys.generate(KeyKind.P384);
    Certified leaf = new Certified("CN=Ben", pair).email("ben@bank.example");
    ModelOnDisk model = ModelOnDisk.small(temp);
    OmsVerifier verifier = OmsVerifier.of(TrustPolicy.authority(pem, "ben@bank.example"));
    sign(model, pair, leaf.valid(now.minusSeconds(60), LATER).by("CN=root", root));
    assertThat(model.verified(verifier).by().name()).isEqualTo("ben@bank.example");
    assertThat(model.refused(OmsVerifier.of(TrustPolicy.authority(pem, "ada"))).reason())
        .isEqualTo(Reason.UNKNOWN_SIGNER);
    sign(model, pair, leaf.valid(LONG_AGO, now.minusSeconds(60)).by("CN=root", root));
    assertThat(model.refused(verifier).reason()).isEqualTo(Reason.EXPIRED);
    sign(model, pair, leaf.valid(now.plusSeconds(3600), LATER).by("CN=root", root));
    assertThat(model.refused(verifier).reason()).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void aModelOfOneFile() throws Exception {
    Path file = Files.write(temp.resolve("model.onnx"), random(100));
    Path bundle = BundleFile.of(file);
    assertThat(bundle).isEqualTo(temp.resolve("model.onnx.sig"));
    OmsManifest manifest = signer().sign(file, bundle).manifest();
    assertThat(names(manifest)).containsExactly("model.onnx");
    assertThat(manifest.model()).isEqualTo("model.onnx");
    assertThat(manifest.serialization().ignorePaths()).isEmpty();
    assertThat(verifier().verify(file)).isInstanceOf(Verified.class);
    Path renamed = Files.move(file, temp.resolve("other.onnx"));
    assertThat(((Refused) verifier().verify(renamed, bundle)).differences())
        .extracting(Difference::kind)
        .containsExactlyInAnyOrder(Difference.Kind.UNSIGNED, Difference.Kind.MISSING);
  }

  @Test
  void theSignatureInTheModelIsNoPartOfIt() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    OmsSigner.Signed signed = signer().sign(model.folder(), model.file("model.sig"));
    assertThat(names(signed.manifest())).containsExactly("config.json", "weights/a.bin");
    assertThat(signed.manifest().serialization().ignorePaths()).contains("model.sig");
    assertThat(verifier().verify(model.folder())).isInstanceOf(Verified.class);
    signer().sign(model.folder(), model.file("model.sig"));
    assertThat(verifier().verify(model.folder())).isInstanceOf(Verified.class);
    Files.move(model.file("model.sig"), model.file("weights/model.sig"));
    assertThat(verifier().verify(model.folder(), model.file("weights/model.sig")))
        .isInstanceOf(Verified.class);
  }

  @Test
  void theSignatureIsFoundInTheModelByWhateverPathItIsNamed() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    Path link = Files.createSymbolicLink(temp.resolve("latest"), model.folder());
    signer().sign(link, model.folder().resolve("weights/../model.sig"));
    assertThat(verifier().verify(model.folder())).isInstanceOf(Verified.class);
    assertThat(verifier().verify(link)).isInstanceOf(Verified.class);
  }

  @Test
  void gitAtTheTopIsLeftOutAndSaid() throws Exception {
    ModelOnDisk model =
        ModelOnDisk.small(temp)
            .with(".git/HEAD", "ref: main")
            .with(".gitignore", "x")
            .with(".gitattributes", "x")
            .with(".github/ci.yml", "x")
            .with("weights/.gitignore", "x")
            .with(".gitmodules", "x");
    assertThat(names(model.sign(signer()).manifest()))
        .containsExactly(".gitmodules", "config.json", "weights/.gitignore", "weights/a.bin");
    assertThat(model.with(".git/HEAD", "ref: other").verified().notes())
        .singleElement()
        .asString()
        .startsWith("Not covered by the signature, but there: ")
        .contains(".git", ".github");
  }

  @Test
  void whatTheSignerLeftOutStaysOut() throws Exception {
    ModelOnDisk model =
        ModelOnDisk.small(temp).with("cache/x/y", "1").with("a/cache", "2").with("cache.txt", "3");
    OmsManifest manifest = model.sign(signer().ignoring(List.of("cache"))).manifest();
    assertThat(names(manifest))
        .containsExactly("a/cache", "cache.txt", "config.json", "weights/a.bin");
    assertThat(model.with("cache/z", "new").verified().notes())
        .containsExactly("Not covered by the signature, but there: cache.");
  }

  @Test
  void noPatternAndNoPathOutOfTheModelCanBeLeftOut() {
    for (String path : List.of("*.bin", "a?", "[a]", "/etc", "../x", "a/../b", "./a", "a/", "")) {
      assertThatThrownBy(() -> signer().ignoring(List.of(path)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(path + " cannot be ignored");
    }
  }

  @Test
  void theVerifierMayLetMoreBeThere() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed().with("logs/today", "x");
    assertThat(model.refused().differences()).containsExactly(Difference.unsigned("logs/today"));
    assertThat(model.verified(verifier().ignoring(List.of("logs"))).notes())
        .containsExactly("Not covered by the signature, but there: logs.");
    assertThat(model.verified(verifier().ignoringUnsignedFiles()).notes())
        .containsExactly("Files that were not signed were not looked at.");
  }

  @Test
  void whatIsIgnoredIsMissedAllTheSameIfItWasSigned() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed();
    assertThat(model.refused(verifier().ignoring(List.of("config.json"))).differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Difference.Kind.MISSING));
  }

  @Test
  void unsignedFilesDoNotHideMissingOrChangedOnes() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed().with("more", "x").with("config.json", "");
    model.without("weights/a.bin");
    Refused refused = model.refused(verifier().ignoringUnsignedFiles());
    assertThat(refused.detail())
        .isEqualTo(
            "The model is not what %s signed: 1 changed, 1 missing."
                .formatted(ModelOnDisk.POLICY.identities().get(0).name()));
    assertThat(refused.differences())
        .extracting(Difference::name)
        .containsExactlyInAnyOrder("config.json", "weights/a.bin");
  }

  @Test
  void namesAreTakenAsTheyAreAndSortedByCodePoint() throws Exception {
    String composed = "\u00e9";
    String decomposed = "e\u0301";
    List<String> sorted =
        List.of(
            " ",
            "A",
            "B/a",
            "B:1",
            "a b (copy)",
            "a!",
            "a/b",
            decomposed,
            composed,
            "模型.bin",
            "\uffee",
            "\ud83d\ude00");
    ModelOnDisk model = new ModelOnDisk(temp, "m");
    for (String name : sorted) {
      model.with(name, "content of " + name);
    }
    assertThat(names(model.sign(signer()).manifest())).isEqualTo(sorted);
    assertThat(model.verified().files()).isEqualTo(sorted.size());
  }

  @Test
  void aNameThatIsNotUtf8IsRefused() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed();
    String make = "printf x > \"$(printf '%s/\\377.bin')\"".formatted(model.folder());
    assumeTrue(new ProcessBuilder("sh", "-c", make).start().waitFor() == 0, "needs a shell");
    assertThatThrownBy(() -> model.sign(signer()))
        .isInstanceOf(UnfitModel.class)
        .hasMessageContaining("not valid UTF-8");
    assertThat(model.refused().detail()).contains("not valid UTF-8");
  }

  @Test
  void twoSignaturesOfTheSameModelSayTheSame() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    byte[] first = model.sign(signer()).bundle().envelope().payload();
    assertThat(model.sign(signer()).bundle().envelope().payload()).isEqualTo(first);
  }

  @Test
  void anEmptyModelIsNotSigned() throws Exception {
    ModelOnDisk model = new ModelOnDisk(temp, "m").with(".gitignore", "*");
    assertThatThrownBy(() -> model.sign(signer()))
        .isInstanceOf(UnfitModel.class)
        .hasMessageContaining("nothing in it that could be signed");
    model.with("empty", "");
    assertThatThrownBy(() -> model.sign(signer().shards(10))).isInstanceOf(UnfitModel.class);
    assertThat(model.bundle()).doesNotExist();
    model.signed();
    assertThat(model.verified().files()).isEqualTo(1);
  }

  @Test
  void aSignatureOfOneModelProvesNothingOfAnother() throws Exception {
    ModelOnDisk fraud = ModelOnDisk.small(temp).signed();
    ModelOnDisk churn =
        new ModelOnDisk(temp, "churn").with("config.json", "{}").with("weights/a.bin", "others");
    Refused refused = (Refused) verifier().verify(churn.folder(), fraud.bundle());
    assertThat(refused.reason()).isEqualTo(Reason.ABOUT_SOMETHING_ELSE);
    assertThat(refused.differences()).extracting(Difference::name).containsExactly("weights/a.bin");
  }

  @Test
  void bytesThatChangePlacesAreFoundAlthoughTheRootDigestStays() throws Exception {
    ModelOnDisk model = new ModelOnDisk(temp, "m").with("a", "1").with("b", "2").signed();
    Files.move(model.file("a"), model.file("c"));
    assertThat(model.refused().differences())
        .containsExactlyInAnyOrder(Difference.unsigned("c"), Difference.missing("a", sha256("1")));
    Files.move(model.file("b"), model.file("a"));
    Files.move(model.file("c"), model.file("b"));
    assertThat(model.refused().differences())
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.CHANGED, Difference.Kind.CHANGED);
  }

  @Test
  void differencesAreListedUpToAHundred() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed();
    for (int i = 0; i < 120; i++) {
      model.with("more/" + i, "x");
    }
    Refused refused = model.refused();
    assertThat(refused.differences()).hasSize(Refused.MOST);
    assertThat(refused.more()).isEqualTo(20);
    assertThat(refused.detail()).endsWith("120 not signed.");
  }

  @Test
  void theManifestCanBeHadWithoutASignature() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    OmsManifest manifest = signer().manifest(model.folder(), model.bundle());
    assertThat(model.bundle()).doesNotExist();
    assertThat(model.sign(signer()).manifest()).isEqualTo(manifest);
  }

  @Test
  void progressIsTold() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp);
    LongAdder told = new LongAdder();
    model.sign(signer().reporting(told::add));
    model.verified(verifier().reporting(told::add));
    assertThat(told.sum()).isEqualTo(2 * 14);
  }

  @Test
  void theBundleNamesTheKeyAsTheReferenceDoes() throws Exception {
    ModelOnDisk model = ModelOnDisk.small(temp).signed();
    VerificationMaterial material = BundleFile.read(model.bundle()).material();
    assertThat(((VerificationMaterial.Key) material).hint())
        .hasValueSatisfying(hint -> assertThat(hint).matches("[0-9a-f]{64}"));
  }

  private static void sign(ModelOnDisk model, KeyPair pair, X509Certificate leaf) throws Exception {
    model.sign(OmsSigner.of(Signers.certificate(pair.getPrivate(), List.of(leaf))));
  }

  private Path pem(X509Certificate certificate) throws Exception {
    Path file = temp.resolve("ca.pem");
    try (PemWriter writer = new PemWriter(Files.newBufferedWriter(file))) {
      writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
    }
    return file;
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(HashAlgorithm.SHA256.digest().digest(text.getBytes(UTF_8)));
  }

  private static byte[] random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }
}
