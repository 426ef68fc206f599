package dev.countersign.assess.signoff;

import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Verdict;
import dev.countersign.attest.trust.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody who signs in a role has before them.
 *
 * @param items what is to be signed: what is new or void or, where somebody wants that, everything
 * @param gone what of it was signed until something changed, with the reasons
 * @param stands what stands by earlier signatures and is not signed anew
 * @param failing what fails the gate, apart from the signatures themselves
 */
public record ToSign(
    List<Item> items, List<Standing> gone, List<Standing> stands, List<Finding> failing) {
  public ToSign {
    items = List.copyOf(items);
    gone = List.copyOf(gone);
    stands = List.copyOf(stands);
    failing = List.copyOf(failing);
  }

  /**
   * Looks at a checked system.
   *
   * @param all whether what stands is signed anew as well
   */
  public static ToSign of(Checked checked, Role role, Artefacts artefacts, boolean all) {
    Basis basis = Basis.of(checked, artefacts);
    List<Standing> known =
        new Ledger(basis, checked.assessment().signOffs().statements())
            .of(role, SignOffJudge.due(role, basis, Items.of(basis)));
    return new ToSign(
        known.stream()
            .filter(standing -> all || standing.sort() != Standing.Sort.STANDS)
            .map(Standing::item)
            .toList(),
        known.stream().filter(standing -> standing.sort() == Standing.Sort.VOID).toList(),
        all ? List.of() : known.stream().filter(it -> it.sort() == Standing.Sort.STANDS).toList(),
        failing(checked));
  }

  /** What the gate says apart from the signatures: nobody could be the first to sign otherwise. */
  public Verdict verdict() {
    return failing.isEmpty() ? Verdict.PASS : Verdict.FAIL;
  }

  private static List<Finding> failing(Checked checked) {
    Set<String> signed = new HashSet<>();
    for (ControlState control : checked.assessment().controls().values()) {
      if (control.claim().evidence().containsKey(ControlParts.SIGN_OFF)) {
        signed.add(control.claim().id());
      }
    }
    return checked.assessment().findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .filter(finding -> !SignOffFindings.RULES.contains(finding.rule()))
        .filter(finding -> finding.subject().filter(signed::contains).isEmpty())
        .toList();
  }
}
