package dev.countersign.assess;

import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.evidence.Verifiers;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyFile;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.knowledge.Control;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verifies the evidence of every control that a file claims. */
final class ClaimedControls {
  private final Catalogue catalogue;
  private final Verifiers verifiers;
  private final TrustContext trust;
  private final SortedSet<String> kinds;
  private final Suggestions words = new Suggestions();

  ClaimedControls(Catalogue catalogue, Verifiers verifiers, TrustContext trust) {
    this.catalogue = catalogue;
    this.verifiers = verifiers;
    this.trust = trust;
    this.kinds = kinds(catalogue, verifiers);
  }

  /**
   * The state of every claimed control, by id.
   *
   * @param folder the folder of the system's file
   * @param policy how far ahead evidence may claim to hold, and what artefacts may be made of
   */
  SortedMap<String, ControlState> verify(
      SystemModel system, Path folder, LocalDate asOf, Policy policy) {
    LocalDate furthest = policy.evidence().from(asOf);
    Path repository = PolicyFile.repository(folder);
    SortedMap<String, ControlState> states = new TreeMap<>();
    system
        .controls()
        .forEach((id, claim) ->
            states.put(
                id,
                new ControlState(
                    claim,
                    claim.evidence().values().stream()
                        .map(evidence ->
                            verify(
                                claim,
                                evidence,
                                new Context(
                                    claim,
                                    system,
                                    trust,
                                    beside(claim, system, folder),
                                    repository,
                                    asOf,
                                    furthest,
                                    policy.artefacts(),
                                    policy.guards())))
                        .toList())));
    return states;
  }

  /** Every kind of evidence that there is, verified by this version or not. */
  private static SortedSet<String> kinds(Catalogue catalogue, Verifiers verifiers) {
    SortedSet<String> kinds = new TreeSet<>(catalogue.evidenceKinds());
    kinds.addAll(verifiers.kinds());
    return kinds;
  }

  private EvidenceResult verify(ControlClaim claim, Evidence evidence, Context context) {
    Optional<Control> control = catalogue.control(claim.control());
    if (!kinds.contains(evidence.kind())) {
      return new Refuted(
          evidence.kind(),
          evidence.kind() + " is no kind of evidence.",
          words.orElse(evidence.kind(), kinds, "Offer " + fitting(control) + "."));
    }
    if (control.filter(known -> !known.evidence().contains(evidence.kind())).isPresent()) {
      return new Refuted(
          evidence.kind(),
          "Evidence of kind " + evidence.kind() + " cannot prove " + claim.control() + ".",
          "Offer " + fitting(control) + ".");
    }
    return verifiers.verify(evidence, context);
  }

  private String fitting(Optional<Control> control) {
    return Phrases.or(control.map(Control::evidence).orElseGet(() -> kinds.stream().toList()));
  }

  /** Paths are relative to the file that names them, which may be an included one. */
  private static Path beside(ControlClaim claim, SystemModel system, Path folder) {
    Path main = Path.of(system.file()).toAbsolutePath().normalize();
    Path naming = Path.of(claim.place().file()).toAbsolutePath().normalize();
    Path from = main.resolveSibling("");
    return folder.resolve(from.relativize(naming.resolveSibling(""))).normalize();
  }
}
