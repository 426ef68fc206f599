package dev.countersign.gateway.server;

import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.PrivateKeys;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.gateway.config.Listen;
import dev.countersign.gateway.config.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Reads what {@code listen.tls} names, for both ports. */
final class TlsFiles {
  /** Of the stores, which exist in memory only. */
  static final String PASSWORD = "not a secret: the store is never written";

  private TlsFiles() {}

  /** What a library speaks TLS with as the gateway. */
  static KeyManagerFactory keyManagers(Listen.Tls files) throws Unusable {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(keys(files), PASSWORD.toCharArray());
      return keys;
    } catch (GeneralSecurityException wrong) {
      throw new Unusable("The key of listen.tls cannot be used: " + wrong.getMessage());
    }
  }

  /** What a library knows the clients by. */
  static TrustManagerFactory trustManagers(Path authorities) throws Unusable {
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(authorities(authorities));
      return trust;
    } catch (GeneralSecurityException wrong) {
      throw new Unusable(authorities + " cannot be used: " + wrong.getMessage());
    }
  }

  /** A store with the private key and its certificates. */
  static KeyStore keys(Listen.Tls files) throws Unusable {
    try {
      PrivateKey key = PrivateKeys.read(files.key(), () -> new char[0]);
      List<X509Certificate> chain = Certificates.read(files.certificate());
      KeyStore store = empty();
      store.setKeyEntry("key", key, PASSWORD.toCharArray(), chain.toArray(new X509Certificate[0]));
      return store;
    } catch (UnusableKey | UnusableCertificate wrong) {
      throw new Unusable("The key or certificate of listen.tls: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Unusable("The key or certificate of listen.tls cannot be read.");
    } catch (GeneralSecurityException wrong) {
      throw new Unusable("The key and the certificate of listen.tls do not belong together.");
    }
  }

  /** A store of the authorities that a file holds. */
  static KeyStore authorities(Path file) throws Unusable {
    try {
      KeyStore store = empty();
      int number = 0;
      for (X509Certificate certificate : Certificates.read(file)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      return store;
    } catch (IOException | UnusableCertificate | GeneralSecurityException wrong) {
      throw new Unusable(file + " holds no certificates of authorities that can be read.");
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
