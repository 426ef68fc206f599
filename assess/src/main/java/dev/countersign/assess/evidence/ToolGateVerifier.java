package dev.countersign.assess.evidence;

import dev.countersign.guard.Gate;
import dev.countersign.guard.profile.GuardProfile;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;

/** Evidence of kind {@code tool-gate}: the policy also knows every tool that is used. */
public final class ToolGateVerifier extends GateVerifier {
  /** Made by {@link java.util.ServiceLoader}. */
  public ToolGateVerifier() {
    super(Gate.TOOL);
  }

  @Override
  Optional<EvidenceResult> uncovered(Offer offer, GuardProfile profile) {
    Element element = offer.context().element().orElseThrow();
    List<String> tools =
        element.kind() == ElementKind.TOOL ? List.of(element.id()) : element.refs("uses");
    return tools.stream()
        .filter(tool -> !profile.settings().path("tools").has(tool))
        .findFirst()
        .map(tool ->
            offer.refuted(
                "%s says nothing of the tool %s.".formatted(offer.shown(), tool),
                "Write what may cause it and what its arguments may come from, and sign the policy"
                    + " again: countersign guard policy drafts it."));
  }
}
