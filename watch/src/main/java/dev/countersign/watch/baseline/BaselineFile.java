package dev.countersign.watch.baseline;

import dev.countersign.attest.SignedFile;
import dev.countersign.attest.Verification;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A signed baseline that was verified.
 *
 * @param baseline what it says
 * @param digest SHA-256 of the signed bytes, in lower-case hexadecimal: what a heartbeat names
 * @param by whose word it is
 */
public record BaselineFile(Baseline baseline, String digest, String by) {
  /** More than any baseline has: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  /** Who may make baselines. */
  public static final Set<Role> ROLES = Set.of(Role.CI, Role.ML_LEAD, Role.SECURITY_LEAD);

  private static final SignedFile FORM =
      new SignedFile(
          "baseline", "countersign watch calibrate … --key KEY", Baseline.TYPE, ROLES, MOST_BYTES);

  /**
   * Reads and verifies a baseline.
   *
   * @param file a Sigstore bundle, as {@code countersign watch calibrate} writes it
   * @param trust whose word counts; {@link TrustPolicy#keyFile} for one public key
   * @throws UnusableBaseline if nobody signed it whose word counts, or it is none
   * @throws IOException if it cannot be read
   */
  public static BaselineFile read(Path file, TrustPolicy trust)
      throws IOException, UnusableBaseline {
    try {
      return of(FORM.read(file, trust));
    } catch (SignedFile.Unproven wrong) {
      throw new UnusableBaseline(wrong.getMessage());
    }
  }

  /**
   * The same from memory.
   *
   * @param name how messages call it
   * @throws UnusableBaseline if nobody signed it whose word counts, or it is none
   */
  public static BaselineFile read(byte[] bytes, TrustPolicy trust, String name)
      throws UnusableBaseline {
    try {
      return of(FORM.read(bytes, trust, name));
    } catch (SignedFile.Unproven wrong) {
      throw new UnusableBaseline(wrong.getMessage());
    }
  }

  private static BaselineFile of(Verification.Admitted admitted) throws UnusableBaseline {
    return new BaselineFile(
        Baseline.read(admitted.statement()), admitted.digest(), admitted.by().name());
  }
}
