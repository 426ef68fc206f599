package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import java.util.Optional;

/** The gates of {@code guard}. */
public final class StandardGates implements GateMaker {
  @Override
  public GateSet add(GateSet gates, GateConfig config, Optional<ProfileFile> profile)
      throws UnusableProfile {
    throw new UnusableProfile(
        "The gateway does not have the %s yet. Embed it, or leave it out."
            .formatted(config.gate().word()));
  }
}
