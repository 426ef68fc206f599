package dev.countersign.gateway.server;

import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.gateway.config.Unusable;
import java.io.IOException;
import java.nio.file.Path;

/** Reads whose word counts. */
public interface TrustSource {
  /**
   * The trust that a file says.
   *
   * @throws Unusable if it says none
   */
  TrustPolicy read(Path file) throws Unusable;

  /** Takes a public key in PEM, whose holder may say everything. */
  static TrustPolicy key(Path file) throws Unusable {
    try {
      return TrustPolicy.keyFile(file);
    } catch (UnusableKey wrong) {
      throw new Unusable(file + " cannot be used: " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Unusable(file + " cannot be read.");
    }
  }
}
