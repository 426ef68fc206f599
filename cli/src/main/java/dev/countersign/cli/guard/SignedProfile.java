package dev.countersign.cli.guard;

import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import java.io.IOException;
import java.nio.file.Path;

/** Profiles that commands are given. */
public final class SignedProfile {
  private SignedProfile() {}

  /** What is made of a profile. */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Makes it.
     *
     * @throws UnusableProfile if the settings cannot be used
     */
    T make(GuardProfile profile) throws UnusableProfile;
  }

  /**
   * What is made of the verified profile in a file.
   *
   * @throws Refused if it cannot be read or used, or counts for nothing
   */
  public static <T> T read(Path file, Gate gate, TrustPolicy trust, Maker<T> maker) {
    try {
      return maker.make(ProfileFile.read(file, gate, trust).profile());
    } catch (UnusableProfile wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused(file + " cannot be read (" + Failure.why(failed) + ").");
    }
  }
}
