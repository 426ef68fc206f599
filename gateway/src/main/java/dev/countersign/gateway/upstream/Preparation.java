package dev.countersign.gateway.upstream;

import dev.countersign.attest.Signer;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.gateway.config.Unusable;
import dev.countersign.gateway.config.UpstreamConfig;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.Heartbeats;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes upstreams ready: verifies the model, then the profiles, then sets up the gates. */
public final class Preparation {
  private final TrustPolicy trust;
  private final Optional<Path> threatModel;
  private final GateMaker maker;
  private final Optional<Signer> signer;

  /**
   * With whose word counts.
   *
   * @param threatModel what policies may be bound to besides the model
   * @param signer what signs heartbeats
   */
  public Preparation(
      TrustPolicy trust, Optional<Path> threatModel, GateMaker maker, Optional<Signer> signer) {
    this.trust = trust;
    this.threatModel = threatModel;
    this.maker = maker;
    this.signer = signer;
  }

  /** How far it gets: ready or refused. Takes as long as hashing the model takes. */
  public Prepared prepare(UpstreamConfig config) throws InterruptedException {
    try {
      List<String> digests =
          config.model().isPresent()
              ? new ServedModel(config.model().get(), trust).digests()
              : List.of();
      return ready(config, digests);
    } catch (Unusable | UnusableProfile wrong) {
      return new Prepared.Refused(config.name() + ": " + wrong.getMessage());
    } catch (IOException failed) {
      return new Prepared.Refused(
          config.name() + ": something that it names cannot be read: " + failed.getMessage());
    }
  }

  private Prepared ready(UpstreamConfig config, List<String> digests)
      throws IOException, Unusable, UnusableProfile, InterruptedException {
    GateSet gates = GateSet.none(config.fail(), config.gateTime());
    Map<Gate, ProfileFile> profiles = new EnumMap<>(Gate.class);
    for (GateConfig gate : config.gates().values()) {
      Optional<ProfileFile> profile = Optional.empty();
      if (gate.profile().isPresent()) {
        ProfileFile read = ProfileFile.read(gate.profile().get(), gate.gate(), trust);
        requireBound(read, gate.profile().get(), digests);
        profiles.put(gate.gate(), read);
        profile = Optional.of(read);
      }
      gates = maker.add(gates, gate, profile);
    }
    Map<Gate, Heartbeats> heartbeats = new EnumMap<>(Gate.class);
    signer.ifPresent(key ->
        profiles.forEach((gate, profile) -> heartbeats.put(gate, new Heartbeats(profile, key))));
    return new Prepared.Ready(gates, digests, profiles, heartbeats);
  }

  /** A profile of another model would reject what is usual, or accept what is not. */
  private void requireBound(ProfileFile profile, Path file, List<String> digests)
      throws IOException, Unusable, InterruptedException {
    Optional<String> system =
        threatModel.isPresent()
            ? Optional.of(ServedModel.sha256(threatModel.get()))
            : Optional.empty();
    if (system.filter(profile.profile()::isFor).isPresent()) {
      return;
    }
    if (digests.isEmpty() && system.isEmpty()) {
      throw new Unusable(
          file
              + " is bound to a model, and nothing says which one is served. Say it: model: { path:"
              + " FILE }, or threat-model: countersign.yaml for a policy of a system.");
    }
    // One file that stayed while another was replaced would be another model.
    Optional<String> foreign =
        digests.stream()
            .filter(digest -> !profile.profile().isFor(digest))
            .findFirst()
            .or(() -> system.filter(_ -> digests.isEmpty()));
    if (foreign.isPresent()) {
      throw new Unusable(
          file
              + " was made for another model than the one that is served (SHA-256 "
              + foreign.get()
              + "). Make it for this one.");
    }
  }
}
