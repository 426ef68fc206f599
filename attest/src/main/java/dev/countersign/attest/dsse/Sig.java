package dev.countersign.attest.dsse;

import java.util.Arrays;
import java.util.Optional;

/**
 * One signature of an envelope.
 *
 * @param keyId a hint from whoever made the envelope; not signed, so nothing may rest on it
 * @param sig the signature, in the form of its algorithm
 */
public record Sig(Optional<String> keyId, byte[] sig) {
  public Sig {
    sig = sig.clone();
  }

  @Override
  public byte[] sig() {
    return sig.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sig that && keyId.equals(that.keyId) && Arrays.equals(sig, that.sig);
  }

  @Override
  public int hashCode() {
    return 31 * keyId.hashCode() + Arrays.hashCode(sig);
  }
}
