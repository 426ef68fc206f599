package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keys in hardware and software tokens, through the JDK's SunPKCS11 provider. That finds private
 * keys by the label of the certificate beside them only, so a token needs one for the key, if
 * self-signed.
 */
public final class Pkcs11 {
  private static final String PROVIDER = "SunPKCS11";
  private static final int MOST_PIN_BYTES = 256;

  private Pkcs11() {}

  /**
   * A key in a token.
   *
   * @param privateKey a handle; the key itself stays in the token
   * @param publicKey its public half
   * @param provider through which the handle works
   * @param certificates that the token holds for it, the leaf first
   */
  public record Key(
      PrivateKey privateKey,
      PublicKey publicKey,
      Provider provider,
      List<X509Certificate> certificates) {
    public Key {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * Opens the key.
   *
   * @param pin asked only if the URI names no file of the PIN; what it gives is wiped after use
   */
  public static Key open(Pkcs11Uri uri, Supplier<char[]> pin) throws UnusableKey {
    if (!Files.isReadable(uri.module())) {
      throw new UnusableKey("There is no PKCS#11 module %s.".formatted(uri.module()));
    }
    Provider provider = provider(uri);
    char[] secret = uri.pinFile().isPresent() ? read(uri.pinFile().get()) : pin.get();
    try {
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, secret);
      return key(token, uri, provider);
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      throw new UnusableKey(
          "The token does not open: the PIN is wrong, or it is locked or gone. Tokens lock after a"
              + " few wrong PINs.");
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static Key key(KeyStore token, Pkcs11Uri uri, Provider provider)
      throws GeneralSecurityException, UnusableKey {
    if (!(token.getKey(uri.object(), null) instanceof PrivateKey key)) {
      throw new UnusableKey(
          "The token has no private key with a certificate labelled \"%s\"; it has %s."
              .formatted(uri.object(), labels(token)));
    }
    List<X509Certificate> chain = chain(token.getCertificateChain(uri.object()));
    if (chain.isEmpty()) {
      throw new UnusableKey(
          "The token has no certificate labelled \"%s\".".formatted(uri.object()));
    }
    // Through its encoding it becomes a key of the JDK, which verifies without the token.
    PublicKey publicKey = PublicKeys.der(chain.get(0).getPublicKey().getEncoded());
    return new Key(key, publicKey, provider, chain);
  }

  private static String labels(KeyStore token) throws GeneralSecurityException {
    List<String> labels = Collections.list(token.aliases());
    return labels.isEmpty() ? "none" : String.join(", ", labels);
  }

  private static List<X509Certificate> chain(Certificate[] certificates) {
    return Stream.ofNullable(certificates)
        .flatMap(Stream::of)
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static Provider provider(Pkcs11Uri uri) throws UnusableKey {
    if (uri.slot().isPresent()) {
      return configured(uri, "slot = " + uri.slot().get())
          .orElseThrow(
              () -> new UnusableKey("Slot %s holds no token.".formatted(uri.slot().get())));
    }
    Optional<Provider> first = configured(uri, "slotListIndex = 0");
    if (first.isEmpty()) {
      throw new UnusableKey("The PKCS#11 module %s has no token.".formatted(uri.module()));
    }
    if (configured(uri, "slotListIndex = 1").isPresent()) {
      throw new UnusableKey(several(uri));
    }
    return first.get();
  }

  /** Trying the PIN on each token could lock those that it is not for. */
  private static String several(Pkcs11Uri uri) {
    return "The module has several tokens, and Java cannot tell which is %s: name the slot as well, slot-id=… (pkcs11-tool --module %s --list-slots shows them)."
        .formatted(uri.token().map("\"%s\""::formatted).orElse("meant"), uri.module());
  }

  /** Empty if there is no such slot, or it holds no token that was set up. */
  private static Optional<Provider> configured(Pkcs11Uri uri, String slot) throws UnusableKey {
    String configuration =
        "--name = countersign%nlibrary = \"%s\"%n%s%n"
            .replace("%n", "\n")
            .formatted(quoted(uri.module()), slot);
    try {
      Provider provider = Security.getProvider(PROVIDER);
      return Optional.ofNullable(provider)
          .map(base -> base.configure(configuration))
          .filter(token -> token.getService("KeyStore", "PKCS11") != null);
    } catch (ProviderException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String quoted(Path module) throws UnusableKey {
    String path = module.toAbsolutePath().toString();
    if (path.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
      throw new UnusableKey("The path of the PKCS#11 module has characters that Java cannot take.");
    }
    return path;
  }

  private static char[] read(Path file) throws UnusableKey {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_PIN_BYTES);
      String text = new String(bytes, UTF_8);
      return text.lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new UnusableKey("The file %s of the PIN cannot be read.".formatted(file));
    }
  }
}
