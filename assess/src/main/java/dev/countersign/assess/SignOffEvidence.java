package dev.countersign.assess;

import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.ShellWord;
import dev.countersign.assess.evidence.SignOffVerifier;
import dev.countersign.assess.signoff.Dependency;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Evidence of kind {@code sign-off}: the control is proven while these roles have signed the system
 * as it is, each by somebody else. It is judged after all other evidence, since what is signed
 * stands on that.
 */
final class SignOffEvidence {
  private static final String KIND = SignOffVerifier.KIND;

  private final SystemModel system;
  private final SignOffs signOffs;

  SignOffEvidence(SystemModel system, SignOffs signOffs) {
    this.system = system;
    this.signOffs = signOffs;
  }

  /** Whether any control offers it. */
  static boolean isOffered(Map<String, ControlState> controls) {
    return controls.values().stream().anyMatch(state -> state.claim().evidence().containsKey(KIND));
  }

  /** The controls with what the signatures prove. */
  SortedMap<String, ControlState> settle(Map<String, ControlState> controls) {
    SortedMap<String, ControlState> settled = new TreeMap<>();
    controls.forEach((id, state) -> settled.put(id, settle(state)));
    return settled;
  }

  private ControlState settle(ControlState state) {
    return new ControlState(
        state.claim(),
        state.results().stream().map(result -> settle(state.claim(), result)).toList());
  }

  /** Where this kind cannot prove the control at all, that stays so. */
  private EvidenceResult settle(ControlClaim claim, EvidenceResult result) {
    return Optional.ofNullable(claim.evidence().get(result.kind()))
        .filter(offered -> offered.kind().equals(KIND) && !(result instanceof Refuted))
        .map(offered -> judge(claim.element(), offered))
        .orElse(result);
  }

  private EvidenceResult judge(String element, Evidence offered) {
    List<Role> roles = SignOffVerifier.roles(offered);
    EvidenceResult result = judge(roles.isEmpty() ? SignOffs.LEADS : roles);
    return result instanceof Verified && hasFiles(element) && !coversFilesOf(element)
        ? new Refuted(
            KIND,
            "It is signed, but no answer that was signed stands on the files of "
                + element
                + ", so nobody would notice that they changed.",
            "Offer evidence that names their digest, such as model-signature or attestation.")
        : result;
  }

  private boolean hasFiles(String element) {
    return system.element(element).map(Element::facts).orElse(Map.of()).containsKey("files");
  }

  private boolean coversFilesOf(String element) {
    return signOffs.roles().stream()
        .flatMap(role -> role.items().stream())
        .flatMap(standing -> standing.item().dependencies().stream())
        .anyMatch(it -> it.kind() == Dependency.Kind.ARTEFACT && it.name().equals(element));
  }

  private EvidenceResult judge(List<Role> roles) {
    List<String> signed = new ArrayList<>();
    for (Role role : roles) {
      if (signOffs.of(role).map(SignOff::state).orElse(null)
          instanceof SignOff.State.Signed(var by, var on)) {
        signed.add(by + " (" + SignOff.title(role) + ", " + on + ")");
      } else {
        return refuted(role);
      }
    }
    return signOffs.same().isEmpty() || roles.size() < 2
        ? new Verified(KIND, "Signed as it is by " + Phrases.and(signed) + ".")
        : new Refuted(
            KIND,
            String.join(", ", signOffs.same()) + " signed in more than one role.",
            "Have one of the roles signed by another person.");
  }

  private Refuted refuted(Role role) {
    boolean ever =
        signOffs.of(role).filter(it -> !(it.state() instanceof SignOff.State.Unsigned)).isPresent();
    return new Refuted(
        KIND,
        "The "
            + role.word()
            + (ever ? " signed, but the system has changed since." : " has not signed it."),
        "Sign it: countersign signoff --role " + role.word() + " " + ShellWord.of(system.file()));
  }
}
