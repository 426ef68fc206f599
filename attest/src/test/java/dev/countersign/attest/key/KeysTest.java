package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.attest.Made;
import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.json.Mutation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");
  private static final Supplier<char[]> NOT_ASKED =
      () -> {
        throw new AssertionError("asked for a passphrase");
      };

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "P521", "ED25519"})
  void keysComeBackAsTheyWere(KeyKind kind) throws Exception {
    KeyPair pair = NewKeys.generate(kind);
    assertThat(KeyKind.of(pair.getPublic())).contains(kind);
    assertThat(PublicKeys.parse(PublicKeys.pem(pair.getPublic()))).isEqualTo(pair.getPublic());
    assertThat(PublicKeys.parse(pair.getPublic().getEncoded())).isEqualTo(pair.getPublic());
    PrivateKey plain = PrivateKeys.parse(NewKeys.pem(pair.getPrivate()), NOT_ASKED);
    assertThat(KeyPairs.publicKey(plain)).isEqualTo(pair.getPublic());
    byte[] encrypted = NewKeys.encryptedPem(pair.getPrivate(), "sesame €".toCharArray());
    assertThat(new String(encrypted, US_ASCII))
        .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    assertThat(KeyPairs.publicKey(PrivateKeys.parse(encrypted, "sesame €"::toCharArray)))
        .isEqualTo(pair.getPublic());
    assertThatThrownBy(() -> PrivateKeys.parse(encrypted, "sesam"::toCharArray))
        .isInstanceOf(UnusableKey.class)
        .hasMessageContaining("passphrase is wrong");
    assertThatThrownBy(() -> PrivateKeys.parse(encrypted, () -> new char[0]))
        .isInstanceOf(UnusableKey.class);
  }

  @Test
  void passphrasesAreWipedAfterUse() throws Exception {
    byte[] encrypted =
        NewKeys.encryptedPem(NewKeys.generate(KeyKind.P256).getPrivate(), "sesame".toCharArray());
    char[] passphrase = "sesame".toCharArray();
    PrivateKeys.parse(encrypted, () -> passphrase);
    assertThat(passphrase).containsOnly('\0');
  }

  /** Every form that OpenSSL writes, made by it and read here, and the other way round. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecparam -name prime256v1 -genkey",
        "ecparam -name secp384r1 -genkey -noout",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -pass pass:sesame",
        "genpkey -algorithm ed25519",
        "genpkey -algorithm ed25519 -aes-128-cbc -pass pass:sesame",
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048"
      })
  void understandsOpenSsl(String arguments) throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed");
    Path key = folder.resolve("key.pem");
    openssl(arguments + " -out " + key);
    openssl("pkey -in " + key + " -passin pass:sesame -pubout -out " + folder.resolve("pub.pem"));
    PrivateKey read = PrivateKeys.read(key, "sesame"::toCharArray);
    byte[] theirs = Files.readAllBytes(folder.resolve("pub.pem"));
    assertThat(PublicKeys.pem(KeyPairs.publicKey(read))).isEqualTo(theirs);
  }

  @Test
  void openSslReadsWhatIsWrittenHere() throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed");
    KeyPair pair = NewKeys.generate(KeyKind.P384);
    Path key = folder.resolve("key.pem");
    Files.write(key, NewKeys.encryptedPem(pair.getPrivate(), "sesame".toCharArray()));
    openssl("pkey -in " + key + " -passin pass:sesame -pubout -out " + folder.resolve("pub.pem"));
    assertThat(PublicKeys.read(folder.resolve("pub.pem"))).isEqualTo(pair.getPublic());
  }

  @Test
  void theHintIsTheDigestOfThePemFile() throws Exception {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(PublicKeys.pem(pair.getPublic()));
    assertThat(PublicKeys.hint(pair.getPublic())).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(new String(PublicKeys.pem(pair.getPublic()), US_ASCII).lines())
        .allMatch(line -> line.length() <= 64)
        .last()
        .isEqualTo("-----END PUBLIC KEY-----");
  }

  @Test
  void otherKindsOfKeysAreRefused() throws Exception {
    for (String other : List.of("X25519", "Ed448", "DSA", "RSA1024")) {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(other.startsWith("RSA") ? "RSA" : other);
      if (other.equals("RSA1024")) {
        generator.initialize(1024);
      }
      byte[] der = generator.generateKeyPair().getPublic().getEncoded();
      assertThatThrownBy(() -> PublicKeys.parse(Pem.write("PUBLIC KEY", der)))
          .as(other)
          .isInstanceOf(UnusableKey.class);
    }
  }

  @Test
  void severalPublicKeysInAFileAreAmbiguous() {
    byte[] one = PublicKeys.pem(NewKeys.generate(KeyKind.P256).getPublic());
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    assertThatThrownBy(() -> PublicKeys.parse(two)).hasMessageContaining("holds 2 public keys");
  }

  @Test
  void certificatesComeInPemAndDer() throws Exception {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    X509Certificate certificate = Made.selfSigned(pair, "CN=a");
    byte[] pem = Pem.write("CERTIFICATE", certificate.getEncoded());
    assertThat(Certificates.parse(certificate.getEncoded())).containsExactly(certificate);
    String several = "for people\n" + new String(pem, UTF_8) + "\n" + new String(pem, UTF_8);
    assertThat(Certificates.parse(several.getBytes(UTF_8)))
        .containsExactly(certificate, certificate);
  }

  @Test
  void hugeFilesAreNotRead() throws Exception {
    Path file = folder.resolve("huge");
    Files.write(file, new byte[Pem.MOST_BYTES + 1]);
    assertThatThrownBy(() -> PublicKeys.read(file)).hasMessageContaining("larger than");
  }

  @Test
  void damagedFilesAreRefusedAndNothingElseHappens() throws Exception {
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    byte[] plain = NewKeys.pem(pair.getPrivate());
    byte[] open = PublicKeys.pem(pair.getPublic());
    byte[] certificate = Pem.write("CERTIFICATE", Made.selfSigned(pair, "CN=a").getEncoded());
    for (int seed = 0; seed < 1_000; seed++) {
      parse(plain, open, certificate, seed);
      parse(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded(), der(certificate), seed);
    }
  }

  private static void parse(byte[] plain, byte[] open, byte[] certificate, int seed) {
    try {
      PublicKeys.parse(Mutation.of(open, new Random(seed)));
    } catch (UnusableKey allowed) {
      assertThat(allowed.getMessage()).isNotBlank();
    }
    try {
      PrivateKeys.parse(Mutation.of(plain, new Random(seed)), () -> new char[0]);
    } catch (UnusableKey allowed) {
      assertThat(allowed.getMessage()).isNotBlank();
    }
    try {
      Certificates.parse(Mutation.of(certificate, new Random(seed)));
    } catch (UnusableCertificate allowed) {
      assertThat(allowed.getMessage()).isNotBlank();
    }
  }

  private static byte[] der(byte[] pem) {
    return Pem.blocks(pem).get(0).der();
  }

  @Test
  void theDerOfAKeyInPemIsMutatedTooAndOnlyUnusableKeyIsThrown() {
    KeyPair pair = NewKeys.generate(KeyKind.P384);
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      byte[] bad = Pem.write("PRIVATE KEY", Mutation.of(pair.getPrivate().getEncoded(), random));
      try {
        KeyPairs.publicKey(PrivateKeys.parse(bad, () -> new char[0]));
      } catch (UnusableKey allowed) {
        assertThat(allowed.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void signaturesOfAnotherDigestAreNotAccepted() throws Exception {
    KeyPair pair = NewKeys.generate(KeyKind.P384);
    byte[] message = {1, 2, 3};
    byte[] sha256 = KeySignature.sign(pair.getPrivate(), KeyKind.P256, Optional.empty(), message);
    assertThat(KeySignature.verifies(pair.getPublic(), message, sha256)).isFalse();
    assertThat(KeySignature.verifiesWithSha256(pair.getPublic(), message, sha256)).isTrue();
  }

  private static void openssl(String arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
