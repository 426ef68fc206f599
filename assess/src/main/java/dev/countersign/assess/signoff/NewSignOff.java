package dev.countersign.assess.signoff;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Question;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody is about to sign.
 *
 * @param role in which
 * @param at when; kept to the second
 * @param items what of the system; others stand by earlier signatures
 * @param verdict what the gate says apart from signatures
 * @param note what is to be read with it
 * @param despite why although the gate says no
 * @param trust digest of the trust policy
 * @param tool version of Countersign
 */
public record NewSignOff(
    Role role,
    Instant at,
    List<Item> items,
    Verdict verdict,
    Optional<String> note,
    Optional<String> despite,
    String trust,
    String tool) {
  public NewSignOff {
    items = List.copyOf(items);
  }

  /** The content to sign, about a system as it was checked. */
  public SignedContent of(Checked checked) {
    Assessment assessment = checked.assessment();
    return new SignedContent(
        role,
        at.truncatedTo(ChronoUnit.SECONDS),
        assessment.asOf(),
        assessment.digest(),
        verdict,
        note,
        despite,
        assessment.threats().stream().map(NewSignOff::listed).toList(),
        items,
        assessment.questions().stream().map(Question::id).sorted().toList(),
        evidence(assessment),
        checked.rules(),
        editions(),
        checked.policy().digest(),
        trust,
        tool,
        assessment.system());
  }

  private static SignedContent.Listed listed(AssessedThreat assessed) {
    return new SignedContent.Listed(
        assessed.threat().id(),
        assessed.threat().rank().severity().word(),
        assessed.answer().state().word());
  }

  private static SortedMap<String, List<String>> evidence(Assessment assessment) {
    SortedMap<String, List<String>> evidence = new TreeMap<>();
    for (ControlState control : assessment.controls().values()) {
      if (control.proven()) {
        evidence.put(control.claim().id(), digests(control.results()));
      }
    }
    return evidence;
  }

  private static List<String> digests(List<EvidenceResult> results) {
    return results.stream()
        .flatMap(result -> ControlParts.digests(result).stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static SortedMap<String, String> editions() {
    SortedMap<String, String> editions = new TreeMap<>();
    for (CatalogueHeader header : Catalogues.bundled().headers()) {
      editions.put(header.id(), header.edition());
    }
    return editions;
  }
}
