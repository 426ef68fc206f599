package dev.countersign.gateway.check;

import dev.countersign.gateway.config.GateConfig;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.Optional;

/** Makes gates of profiles. */
public interface GateMaker {
  /**
   * The gates with one more.
   *
   * @param gates that stand already
   * @param config what is said of the one more
   * @param profile that it decides by, verified and for the model that is served
   * @throws UnusableProfile if no gate can be made of it
   */
  GateSet add(GateSet gates, GateConfig config, Optional<ProfileFile> profile)
      throws UnusableProfile;
}
