package dev.countersign.knowledge;

import dev.countersign.model.ElementKind;
import java.util.List;

/**
 * A class of attack with one trigger over facts: the unit of derivation.
 *
 * @param id for example {@code model-extraction}
 * @param pack the rule pack it comes from, for example {@code core}
 * @param title two to six words
 * @param explanation what the attack is, two to five sentences
 * @param stage the stage at which it acts
 * @param on the kind of element it is about
 * @param classic whether it is a conventional threat (STRIDE) rather than one to the model
 * @param effort what an attacker needs
 * @param harm what it damages first
 * @param when the trigger, in CEL as written
 * @param techniques ids in MITRE ATLAS, the most telling first; some apply only under a condition
 * @param references ids in the other catalogues, each with its edition
 * @param controls ids of the controls that answer it, the best first
 * @param precedents case studies that used one of its telling techniques
 */
public record Family(
    String id,
    String pack,
    String title,
    String explanation,
    Stage stage,
    ElementKind on,
    boolean classic,
    Effort effort,
    Harm harm,
    String when,
    List<String> techniques,
    List<String> references,
    List<String> controls,
    List<Precedent> precedents) {
  public Family {
    techniques = List.copyOf(techniques);
    references = List.copyOf(references);
    controls = List.copyOf(controls);
    precedents = List.copyOf(precedents);
  }
}
