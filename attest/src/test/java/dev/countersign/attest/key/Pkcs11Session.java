package dev.countersign.attest.key;

import dev.countersign.attest.Made;
import dev.countersign.attest.Signers;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.trust.TrustPolicy;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** The process that {@link Pkcs11Test} starts: module, file of the PIN. */
final class Pkcs11Session {
  private Pkcs11Session() {}

  public static void main(String[] arguments) throws Exception {
    String query = "?module-path=" + arguments[0] + "&pin-source=file:" + arguments[1];
    // First: once a process is logged in, tokens let it in with any PIN.
    fails("pkcs11:object=model?module-path=" + arguments[0], "PIN is wrong", "a wrong PIN fails");
    put(Pkcs11Uri.parse("pkcs11:object=model" + query));
    Pkcs11.Key key =
        Pkcs11.open(
            Pkcs11Uri.parse("pkcs11:token=release;object=model" + query), () -> new char[0]);
    Bundle bundle = Signers.pkcs11(key, List.of()).sign(Made.statement());
    Verification verification =
        Verifier.of(TrustPolicy.key(key.publicKey())).verify(bundle, Made.purpose());
    say(verification instanceof Verification.Admitted ? "signed and admitted" : "refused");
    fails("pkcs11:object=other" + query, "labelled \"other\"", "another label is not there");
  }

  private static void fails(String uri, String message, String saying) throws UnusableKey {
    try {
      Pkcs11.open(Pkcs11Uri.parse(uri), "wrong"::toCharArray);
    } catch (UnusableKey expected) {
      say(expected.getMessage().contains(message) ? saying : expected.getMessage());
    }
  }

  private static void put(Pkcs11Uri uri) throws Exception {
    String configuration = "--name = put\nlibrary = " + uri.module() + "\nslotListIndex = 0\n";
    KeyStore token =
        KeyStore.getInstance("PKCS11", Security.getProvider("SunPKCS11").configure(configuration));
    token.load(null, pin(uri));
    KeyPair pair = NewKeys.generate(KeyKind.P256);
    X509Certificate certificate = Made.selfSigned(pair, "CN=token");
    token.setKeyEntry("model", pair.getPrivate(), null, new Certificate[] {certificate});
  }

  private static char[] pin(Pkcs11Uri uri) throws Exception {
    return Files.readString(uri.pinFile().orElseThrow()).strip().toCharArray();
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
