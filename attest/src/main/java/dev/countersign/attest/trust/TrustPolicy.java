package dev.countersign.attest.trust;

import dev.countersign.attest.certificate.Certificates;
import dev.countersign.attest.certificate.UnusableCertificate;
import dev.countersign.attest.key.PublicKeys;
import dev.countersign.attest.key.UnusableKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose word counts for what. What it does not admit proves nothing.
 *
 * @param source how messages name it: the file, or what stands for one
 * @param identities who can be recognised
 * @param rules who may speak
 * @param sigstoreRoot file of the Sigstore trusted root; without one nothing that was signed with
 *     Sigstore proves anything
 */
public record TrustPolicy(
    String source, List<Identity> identities, List<Rule> rules, Optional<Path> sigstoreRoot) {
  public TrustPolicy {
    identities = List.copyOf(identities);
    rules = List.copyOf(rules);
  }

  /** Admits nobody. */
  public static TrustPolicy nobody(String source) {
    return new TrustPolicy(source, List.of(), List.of(), Optional.empty());
  }

  /** Lets whoever has one of these keys speak in every role, of everything. For services. */
  public static TrustPolicy key(PublicKey... keys) {
    List<Identity> identities = new ArrayList<>();
    for (PublicKey key : keys) {
      String id = "key-" + PublicKeys.fingerprint(key).substring(0, 16);
      identities.add(new Identity.ByKey(id, "the holder of " + id, key));
    }
    return everything("the keys that were given", identities);
  }

  /**
   * The same for the public key in that PEM file.
   *
   * @throws IOException if the file cannot be read
   */
  public static TrustPolicy keyFile(Path file) throws IOException, UnusableKey {
    return key(PublicKeys.read(file));
  }

  /**
   * Lets whoever has a certificate of that subject by these authorities speak in every role, of
   * everything. For services.
   *
   * @param pem authorities, one or several in a file
   * @param subject as {@link Identity.ByCertificate} says
   * @throws IOException if the file cannot be read
   */
  public static TrustPolicy authority(Path pem, String subject)
      throws IOException, UnusableCertificate {
    return everything(
        pem.toString(),
        List.of(new Identity.ByCertificate("signer", subject, Certificates.read(pem), subject)));
  }

  private static TrustPolicy everything(String source, List<Identity> identities) {
    List<Rule> rules =
        identities.stream()
            .map(identity ->
                new Rule(
                    identity.id(),
                    Set.of(Role.values()),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    source))
            .toList();
    return new TrustPolicy(source, identities, rules, Optional.empty());
  }
}
