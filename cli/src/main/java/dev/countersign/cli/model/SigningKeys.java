package dev.countersign.cli.model;

import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.KeyPairs;
import dev.countersign.attest.key.Pkcs11;
import dev.countersign.attest.key.Pkcs11Uri;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Passphrase;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signers from files. */
public final class SigningKeys {
  private SigningKeys() {}

  /**
   * Signs with a private key.
   *
   * @throws Refused if it cannot be used
   */
  public static Signer key(Path file, Passphrase passphrase) {
    PrivateKey key = privateKey(file, passphrase);
    try {
      return Signers.key(key, KeyPairs.publicKey(key));
    } catch (UnusableKey wrong) {
      throw unusable(file, wrong.getMessage());
    } catch (IllegalArgumentException wrong) {
      throw unusable(file, "it is a key of a kind that is not supported.");
    }
  }

  /**
   * Signs with a private key for which there is a certificate.
   *
   * @param chain files of the certificates above it
   * @throws Refused if they cannot be used, or do not belong together
   */
  public static Signer certificate(
      Path file, Path certificate, List<Path> chain, Passphrase passphrase) {
    List<X509Certificate> all = new ArrayList<>(certificates(certificate));
    // A self-signed certificate may be named as its own chain.
    chain.stream()
        .flatMap(above -> certificates(above).stream())
        .filter(above -> !all.contains(above))
        .forEach(all::add);
    PrivateKey key = privateKey(file, passphrase);
    requirePair(key, file, all.getFirst(), certificate);
    try {
      return Signers.certificate(key, all);
    } catch (IllegalArgumentException wrong) {
      throw unusable(certificate, "its key is of a kind that is not supported.");
    }
  }

  /**
   * Signs with a key in a token.
   *
   * @param uri of the key (RFC 7512)
   * @param certificate of the key; without it that of the token is not used either
   * @throws Refused if it cannot be used
   */
  public static Signer pkcs11(
      String uri, Optional<Path> certificate, List<Path> chain, Passphrase pin) {
    List<X509Certificate> all = new ArrayList<>();
    certificate.ifPresent(file -> all.addAll(certificates(file)));
    chain.forEach(file -> all.addAll(certificates(file)));
    try {
      Pkcs11.Key key = Pkcs11.open(Pkcs11Uri.parse(uri), pin.unlocking("the token"));
      return Signers.pkcs11(key, all);
    } catch (UnusableKey wrong) {
      throw new Refused("the key of --pkcs11 cannot be used: " + wrong.getMessage());
    }
  }

  /**
   * The certificates in a file.
   *
   * @throws Refused if it cannot be read
   */
  public static List<X509Certificate> certificates(Path file) {
    try {
      return Certificates.read(file);
    } catch (UnusableCertificate wrong) {
      throw unusable(file, wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private static PrivateKey privateKey(Path file, Passphrase passphrase) {
    try {
      return PrivateKeys.read(file, passphrase.unlocking(file.toString()));
    } catch (UnusableKey wrong) {
      throw unusable(file, wrong.getMessage());
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }

  private static void requirePair(
      PrivateKey key, Path keyFile, X509Certificate leaf, Path leafFile) {
    try {
      if (!KeyPairs.publicKey(key).equals(leaf.getPublicKey())) {
        throw new Refused(
            keyFile + " is not the key of the certificate " + leafFile + ". Name the pair.");
      }
    } catch (UnusableKey wrong) {
      throw unusable(keyFile, wrong.getMessage());
    }
  }

  private static Refused unusable(Path file, String why) {
    return new Refused(file + " cannot be used: " + why);
  }
}
