package dev.countersign.assess.policy;

import dev.countersign.derive.Severity;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an organisation asks of its systems. Read from {@code countersign-policy.yaml}; {@link
 * #DEFAULT} where there is none.
 *
 * @param file the file it was read from, as the user would type it; empty for the default
 * @param gate the lowest rank that fails while it is open or unproven
 * @param planned what a planned control is worth
 * @param acceptance who may live with a risk, and how long
 * @param evidence the furthest day ahead until which evidence may claim to hold
 * @param requiredControls controls that elements of a kind must have, whatever derives
 * @param exemptions findings that do not count for a while
 * @param packs rule packs beyond the built-in ones
 * @param maxOpenQuestions the most questions that may be open; no bound if empty
 * @param signing whose signatures the verdict needs
 * @param artefacts what model artefacts may be made of
 * @param guards what is asked of the gates before and behind models
 */
public record Policy(
    Optional<String> file,
    Gate gate,
    Planning planned,
    Acceptance acceptance,
    Span evidence,
    List<RequiredControl> requiredControls,
    List<Exemption> exemptions,
    List<ExtraPack> packs,
    OptionalInt maxOpenQuestions,
    SigningRule signing,
    ArtefactPolicy artefacts,
    GuardPolicy guards) {
  /** The name under which a policy is looked for. */
  public static final String FILE_NAME = "countersign-policy.yaml";

  /** What holds where an organisation says nothing. */
  public static final Policy DEFAULT =
      new Policy(
          Optional.empty(),
          new Gate(Optional.of(Severity.HIGH)),
          new Planning(Span.ofDays(180), Optional.empty()),
          new Acceptance(Span.ofDays(365), Optional.empty()),
          Span.ofDays(730),
          List.of(),
          List.of(),
          List.of(),
          OptionalInt.empty(),
          SigningRule.NONE,
          ArtefactPolicy.USUAL,
          GuardPolicy.USUAL);

  public Policy {
    requiredControls = List.copyOf(requiredControls);
    exemptions = List.copyOf(exemptions);
    packs = List.copyOf(packs);
  }

  /** The same policy with another gate, as {@code --fail-on} asks for. */
  public Policy withFailOn(Gate other) {
    return new Policy(
        file,
        other,
        planned,
        acceptance,
        evidence,
        requiredControls,
        exemptions,
        packs,
        maxOpenQuestions,
        signing,
        artefacts,
        guards);
  }

  /** {@code sha256:…} of what it asks: changes with any rule, never with order or layout. */
  public String digest() {
    return PolicyDigest.of(this);
  }
}
