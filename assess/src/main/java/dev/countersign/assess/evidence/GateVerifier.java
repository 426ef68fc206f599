package dev.countersign.assess.evidence;

import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.trust.Role;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.guard.profile.Heartbeat;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Evidence that a gate stands where the model says: a signed profile that was made for the models
 * behind it as they are now, whose measured rates are what the policy asks, and a signed sign of
 * life of a gate that runs with exactly this profile.
 */
abstract sealed class GateVerifier implements EvidenceVerifier
    permits InputGateVerifier, PromptGateVerifier, OutputGateVerifier, ToolGateVerifier {
  private static final String HEARTBEAT = "heartbeat";
  private static final Set<Role> GUARD = Set.of(Role.GUARD);

  private final Gate gate;

  GateVerifier(Gate gate) {
    this.gate = gate;
  }

  @Override
  public final String kind() {
    return gate.word();
  }

  @Override
  public final EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    Optional<EvidenceResult.Refuted> wrong =
        offer.unusable(form(), Set.of(HEARTBEAT)).or(offer::noElement).or(() -> noHeartbeat(offer));
    return wrong.isPresent() ? wrong.get() : profile(offer);
  }

  /** What a gate of this kind has to cover beside its models; empty where it does. */
  Optional<EvidenceResult> uncovered(Offer offer, GuardProfile profile) {
    return Optional.empty();
  }

  private String form() {
    return kind() + ": { file: PROFILE, heartbeat: FILE }";
  }

  private Optional<EvidenceResult.Refuted> noHeartbeat(Offer offer) {
    return offer.argument(HEARTBEAT).isBlank()
        ? Optional.of(
            offer.refuted(
                "A profile alone does not show that a gate runs with it.",
                "Name the file that the guard writes as well: " + form() + "."))
        : Optional.empty();
  }

  private EvidenceResult profile(Offer offer) {
    return StatementFile.judged(
        offer,
        offer.purpose(ProfileFile.ROLES, Set.of(GuardProfile.TYPE)),
        "Make it with countersign guard (docs/guard.md).",
        admitted -> judge(offer, admitted));
  }

  private EvidenceResult judge(Offer offer, Admitted admitted) throws IOException {
    GuardProfile profile;
    try {
      profile = GuardProfile.read(admitted.statement());
    } catch (UnusableProfile wrong) {
      return offer.refuted(
          offer.shown() + ": " + wrong.getMessage(), "Have it made again with countersign guard.");
    }
    if (profile.gate() != gate) {
      return offer.refuted(
          "%s is for the %s.".formatted(offer.shown(), profile.gate().word()),
          "Name a profile of the " + kind() + ".");
    }
    Element element = offer.context().element().orElseThrow();
    List<String> models = ModelsBehind.of(element, offer.context().system());
    Optional<EvidenceResult.Refuted> unfetched = ModelsBehind.unfetched(offer, models);
    if (unfetched.isPresent()) {
      return unfetched.get();
    }
    List<HashedFile> files = FilesInUse.of(offer, models);
    return foreign(offer, profile, files)
        .or(() -> tooMany(offer, profile))
        .or(() -> uncovered(offer, profile))
        .orElseGet(() -> alive(offer, admitted, profile, files));
  }

  /** A file of a model behind the gate that the profile was not made for. */
  private static Optional<EvidenceResult> foreign(
      Offer offer, GuardProfile profile, List<HashedFile> files) {
    return files.stream()
        .filter(file -> !profile.isFor(file.digest()))
        .findFirst()
        .map(file ->
            offer.refuted(
                "%s was not made for %s as it is now (sha256 %s)."
                    .formatted(offer.shown(), file.name(), file.digest()),
                "Fit it again for the model that is served: countersign guard (docs/guard.md)."));
  }

  private Optional<EvidenceResult> tooMany(Offer offer, GuardProfile profile) {
    for (Map.Entry<String, Double> most : offer.context().guards().of(gate).entrySet()) {
      Optional<Double> measured = profile.rate(most.getKey());
      if (measured.isEmpty()) {
        return Optional.of(
            offer.refuted(
                "%s does not say its rate %s, which the policy bounds."
                    .formatted(offer.shown(), most.getKey()),
                "Have it measured when the profile is made."));
      }
      if (measured.get() > most.getValue()) {
        return Optional.of(
            offer.refuted(
                "%s: %s was measured as %s, and the policy allows %s."
                    .formatted(
                        offer.shown(),
                        most.getKey(),
                        percent(measured.get()),
                        percent(most.getValue())),
                "Fit it with more data or ask it for less, or have the policy changed."));
      }
    }
    return Optional.empty();
  }

  private EvidenceResult alive(
      Offer offer, Admitted admitted, GuardProfile profile, List<HashedFile> files) {
    Offer heartbeat = offer.part(HEARTBEAT);
    return StatementFile.judged(
        heartbeat,
        offer.purpose(GUARD, Set.of(Heartbeat.TYPE)),
        "A guard that runs writes it (docs/guard.md).",
        statement ->
            Heartbeat.read(statement.statement())
                .filter(beat -> beat.gate() == gate)
                .map(beat ->
                    dead(heartbeat, admitted, beat)
                        .orElseGet(() -> verified(offer, admitted, profile, files, beat)))
                .orElseGet(() ->
                    heartbeat.refuted(
                        heartbeat.shown() + " is no heartbeat of the " + kind() + ".",
                        "Name the file that the guard writes.")));
  }

  private static Optional<EvidenceResult> dead(Offer offer, Admitted profile, Heartbeat heartbeat) {
    if (!heartbeat.profile().equals(profile.digest())) {
      return Optional.of(
          offer.refuted(
              "%s is of a gate that runs with another profile.".formatted(offer.shown()),
              "Roll the profile out, and take the heartbeat of a gate that runs with it."));
    }
    return offer.silent(heartbeat.at(), "gate").map(EvidenceResult.class::cast);
  }

  private EvidenceResult verified(
      Offer offer,
      Admitted admitted,
      GuardProfile profile,
      List<HashedFile> files,
      Heartbeat heartbeat) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.name(), "sha256:" + file.digest()));
    return offer.verified(
        "%s made the %s for %s; it ran on %s and had accepted %,d, flagged %,d and rejected %,d.%s"
            .formatted(
                admitted.by().name(),
                kind(),
                made(files),
                LocalDate.ofInstant(heartbeat.at(), ZoneOffset.UTC),
                heartbeat.counts().get(Decision.ACCEPT),
                heartbeat.counts().get(Decision.FLAG),
                heartbeat.counts().get(Decision.REJECT),
                rates(profile)),
        digests,
        admitted.by());
  }

  private static String made(List<HashedFile> files) {
    return switch (files.size()) {
      case 0 -> "models that are no files here";
      case 1 -> files.getFirst().name();
      default -> "all " + files.size() + " files of the models behind it";
    };
  }

  private static String rates(GuardProfile profile) {
    StringBuilder told = new StringBuilder();
    new TreeMap<>(profile.rates())
        .forEach((name, rate) ->
            told.append(told.isEmpty() ? " Measured: " : ", ")
                .append(name)
                .append(' ')
                .append(percent(rate)));
    return told.isEmpty() ? "" : told.append('.').toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
