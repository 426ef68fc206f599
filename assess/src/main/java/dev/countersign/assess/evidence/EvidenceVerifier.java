package dev.countersign.assess.evidence;

import dev.countersign.assess.policy.GuardPolicy;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.Place;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Verifies one kind of evidence. Implementations are stateless and fail closed. */
public interface EvidenceVerifier {
  /** The key under which a control offers this kind, for example {@code document}. */
  String kind();

  /**
   * Verifies evidence now.
   *
   * @param evidence as offered
   * @param context where its files are and which day it is
   */
  EvidenceResult verify(ControlClaim.Evidence evidence, Context context);

  /**
   * What a verifier may use.
   *
   * @param claim the control that the evidence is offered for
   * @param system the system that claims it
   * @param trust whose word counts
   * @param folder the folder that paths of the evidence are relative to: that of the file which
   *     lists the control
   * @param repository the folder outside which nothing is read; {@code folder} is inside it
   * @param today the day for which the verdict is asked
   * @param furthest the last day until which evidence may claim to hold
   * @param artefacts what model artefacts may be made of
   * @param guards what is asked of the gates before and behind models
   */
  record Context(
      ControlClaim claim,
      SystemModel system,
      TrustContext trust,
      Path folder,
      Path repository,
      LocalDate today,
      LocalDate furthest,
      ArtefactPolicy artefacts,
      GuardPolicy guards) {
    /** The same where the policy says nothing of artefacts and gates. */
    public Context(
        ControlClaim claim,
        SystemModel system,
        TrustContext trust,
        Path folder,
        Path repository,
        LocalDate today,
        LocalDate furthest) {
      this(
          claim,
          system,
          trust,
          folder,
          repository,
          today,
          furthest,
          ArtefactPolicy.USUAL,
          GuardPolicy.USUAL);
    }

    /** The same for the control on another element, which answers for this one. */
    Context on(String element) {
      return new Context(
          new ControlClaim(claim.control(), element, claim.place(), claim.evidence()),
          system,
          trust,
          folder,
          repository,
          today,
          furthest,
          artefacts,
          guards);
    }

    /** The element that the control is placed on. */
    public Optional<Element> element() {
      return system.element(claim.element());
    }

    /** The folder that paths are relative to which are named at this place of the system. */
    public Path folderOf(Place place) {
      Path here = Path.of(claim.place().file()).toAbsolutePath().resolveSibling("");
      Path there = Path.of(place.file()).toAbsolutePath().resolveSibling("");
      return folder.resolve(here.normalize().relativize(there.normalize())).normalize();
    }
  }
}
