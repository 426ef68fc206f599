package dev.countersign.report.cyclonedx;

import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.knowledge.Control;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.attestation.Assessor;
import org.cyclonedx.model.attestation.Attestation;
import org.cyclonedx.model.attestation.AttestationMap;
import org.cyclonedx.model.attestation.Claim;
import org.cyclonedx.model.attestation.Conformance;
import org.cyclonedx.model.attestation.Declarations;
import org.cyclonedx.model.attestation.evidence.Evidence;
import org.cyclonedx.model.definition.Definition;
import org.cyclonedx.model.definition.Requirement;
import org.cyclonedx.model.definition.Standard;

/** The controls that the file claims, as claims with evidence, mapped to the control catalogue. */
final class Declared {
  private static final String ASSESSOR = "assessor:countersign";
  private static final String STANDARD = "standard:countersign-controls";

  private final Checked checked;
  private final Represented represented;
  private final Date verified;
  private final List<Evidence> evidence = new ArrayList<>();

  Declared(Checked checked, Represented represented, Date verified) {
    this.checked = checked;
    this.represented = represented;
    this.verified = verified;
  }

  void addTo(Bom bom) {
    Declarations declarations = new Declarations();
    declarations.setAssessors(List.of(assessor()));
    declarations.setAttestations(List.of(attestation()));
    declarations.setClaims(controls().stream().map(this::claim).toList());
    if (!evidence.isEmpty()) {
      declarations.setEvidence(evidence);
    }
    bom.setDeclarations(declarations);
    bom.setDefinitions(definition());
  }

  /** The program that looked at the evidence, on behalf of those who make the claims. */
  private static Assessor assessor() {
    Assessor assessor = new Assessor();
    assessor.setBomRef(ASSESSOR);
    assessor.setThirdParty(false);
    return assessor;
  }

  private Attestation attestation() {
    long proven = controls().stream().filter(ControlState::proven).count();
    Attestation attestation = new Attestation();
    attestation.setAssessor(ASSESSOR);
    attestation.setSummary(
        proven
            + " of "
            + controls().size()
            + " claimed controls have evidence that verified on "
            + checked.assessment().asOf()
            + ".");
    attestation.setMap(controls().stream().map(Declared::map).toList());
    return attestation;
  }

  /** A score of 1 where all evidence verifies and 0 otherwise: there is nothing between. */
  private static AttestationMap map(ControlState control) {
    Conformance conformance = new Conformance();
    conformance.setScore(control.proven() ? 1.0 : 0.0);
    conformance.setRationale(
        Text.of(control.doubt().orElse("All evidence that is offered for it verifies.")));
    AttestationMap map = new AttestationMap();
    map.setRequirement(requirement(control));
    map.setClaims(List.of(claimed(control)));
    map.setConformance(conformance);
    return map;
  }

  private Claim claim(ControlState control) {
    Claim claim = new Claim();
    claim.setBomRef(claimed(control));
    claim.setTarget(represented.target(control.claim().element()));
    claim.setPredicate(
        control.claim().control() + " is in place on " + control.claim().element() + ".");
    List<String> verifying = new ArrayList<>();
    List<String> refuting = new ArrayList<>();
    for (EvidenceResult result : control.results()) {
      switch (result) {
        case EvidenceResult.Verified _ -> verifying.add(evidence(control, result));
        case EvidenceResult.Refuted _ -> refuting.add(evidence(control, result));
        case EvidenceResult.Unchecked _ -> {}
      }
    }
    if (!verifying.isEmpty()) {
      claim.setEvidence(verifying);
    }
    if (!refuting.isEmpty()) {
      claim.setCounterEvidence(refuting);
    }
    return claim;
  }

  private String evidence(ControlState control, EvidenceResult result) {
    Evidence found = new Evidence();
    found.setBomRef("evidence:" + control.claim().id() + ":" + result.kind());
    found.setPropertyName("countersign:evidence:" + result.kind());
    found.setDescription(Text.of(result.detail()));
    found.setCreated(verified);
    evidence.add(found);
    return found.getBomRef();
  }

  private Definition definition() {
    Standard standard = new Standard();
    standard.setBomRef(STANDARD);
    standard.setName("Countersign control catalogue");
    standard.setVersion(checked.rules());
    standard.setDescription("The controls that this bill of materials makes claims about.");
    Map<String, Requirement> requirements = new TreeMap<>();
    controls().forEach(control -> requirements.put(requirement(control), describe(control)));
    standard.setRequirements(requirements.values().stream().toList());
    Definition definition = new Definition();
    definition.setStandards(List.of(standard));
    return definition;
  }

  private Requirement describe(ControlState control) {
    Optional<Control> known = checked.catalogue().control(control.claim().control());
    Requirement requirement = new Requirement();
    requirement.setBomRef(requirement(control));
    requirement.setIdentifier(control.claim().control());
    known.ifPresent(it -> requirement.setTitle(it.title()));
    known.ifPresent(it -> requirement.setText(it.does()));
    return requirement;
  }

  private Collection<ControlState> controls() {
    return new TreeMap<>(checked.assessment().controls()).values();
  }

  private static String claimed(ControlState control) {
    return "claim:" + control.claim().id();
  }

  private static String requirement(ControlState control) {
    return "requirement:" + control.claim().control();
  }
}
