package dev.countersign.guard.profile;

import dev.countersign.attest.SignedFile;
import dev.countersign.attest.Verification;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.guard.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A signed profile that was verified.
 *
 * @param profile what it says
 * @param digest SHA-256 of the signed bytes, in lower-case hexadecimal: what a heartbeat names
 * @param by whose word it is
 */
public record ProfileFile(GuardProfile profile, String digest, String by) {
  /** More than any profile has: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  /** Who may make profiles. */
  public static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD, Role.SECURITY_LEAD);

  private static final SignedFile FORM =
      new SignedFile(
          "profile", "countersign guard … --key KEY", GuardProfile.TYPE, ROLES, MOST_BYTES);

  /**
   * Reads and verifies a profile.
   *
   * @param file a Sigstore bundle, as {@code countersign guard} writes it
   * @param gate what it must be for
   * @param trust whose word counts; {@link TrustPolicy#keyFile} for one public key
   * @throws UnusableProfile if nobody signed it whose word counts, or it is for another gate
   * @throws IOException if it cannot be read
   */
  public static ProfileFile read(Path file, Gate gate, TrustPolicy trust)
      throws IOException, UnusableProfile {
    try {
      return of(FORM.read(file, trust), gate, file.toString());
    } catch (SignedFile.Unproven wrong) {
      throw new UnusableProfile(wrong.getMessage());
    }
  }

  /**
   * The same from memory.
   *
   * @param name how messages call it
   */
  public static ProfileFile read(byte[] bytes, Gate gate, TrustPolicy trust, String name)
      throws UnusableProfile {
    try {
      return of(FORM.read(bytes, trust, name), gate, name);
    } catch (SignedFile.Unproven wrong) {
      throw new UnusableProfile(wrong.getMessage());
    }
  }

  private static ProfileFile of(Verification.Admitted admitted, Gate gate, String name)
      throws UnusableProfile {
    GuardProfile profile = GuardProfile.read(admitted.statement());
    if (profile.gate() != gate) {
      throw new UnusableProfile(
          "%s is for the %s, and the %s was to be made from it."
              .formatted(name, profile.gate().word(), gate.word()));
    }
    return new ProfileFile(profile, admitted.digest(), admitted.by().name());
  }

  /**
   * The same, for a model of which this is a file.
   *
   * @param sha256 of a file of the model that is served, in lower-case hexadecimal
   * @throws UnusableProfile if it was made for another one
   */
  public ProfileFile forModel(String sha256) throws UnusableProfile {
    if (profile.isFor(sha256)) {
      return this;
    }
    throw new UnusableProfile(
        "The profile was made for another model: the one that is served has the SHA-256 "
            + sha256
            + ". Fit a profile for it (countersign guard fit).");
  }
}
