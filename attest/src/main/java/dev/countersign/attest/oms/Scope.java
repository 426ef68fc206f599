package dev.countersign.attest.oms;

import java.util.List;

/**
 * What is looked at besides the files that were signed.
 *
 * @param ignored paths that may be there unsigned
 * @param unsigned whether any file may be
 * @param outside whether symbolic links may lead out of the model
 */
record Scope(List<String> ignored, boolean unsigned, boolean outside) {
  static final Scope STRICT = new Scope(List.of(), false, false);

  Scope {
    ignored = List.copyOf(ignored);
  }

  Scope ignoring(List<String> paths) {
    return new Scope(paths, unsigned, outside);
  }

  Scope ignoringUnsigned() {
    return new Scope(ignored, true, outside);
  }

  Scope anywhere() {
    return new Scope(ignored, unsigned, true);
  }

  /** The signer's policy, but never laxer than the verifier's. */
  Symlinks links(Serialization signed) {
    if (!signed.allowSymlinks()) {
      return Symlinks.REFUSE;
    }
    return outside ? Symlinks.ANYWHERE : Symlinks.INSIDE;
  }
}
