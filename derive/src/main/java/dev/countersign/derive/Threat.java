package dev.countersign.derive;

import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Precedent;
import dev.countersign.model.Element;
import java.util.List;
import java.util.stream.Stream;

/**
 * A family of attack that applies to an element of this system, for named reasons.
 *
 * @param family the class of attack
 * @param element what it is about; for a group, the element whose id sorts first
 * @param members ids of further elements that share this one answer: parts that the rule names (the
 *     tools of an agent) and elements for which the same holds for the same reason; sorted
 * @param techniques ids in MITRE ATLAS that apply here, the most telling first
 * @param because the reasons, each one sentence about named elements of this system
 * @param path ids from the one who starts it to the element, the shortest such path; the built-in
 *     actor is {@code anyone}, an undeclared supplier is named as in {@code supplier of X}
 * @param facts the facts that the reasons stand on, sorted
 * @param decisions ids of the decisions it can reach, the gravest first
 * @param rank how it compares with the other threats
 * @param precedents cases in which this has happened, incidents first
 */
public record Threat(
    Family family,
    Element element,
    List<String> members,
    List<String> techniques,
    List<String> because,
    List<String> path,
    List<FactRef> facts,
    List<String> decisions,
    Rank rank,
    List<Precedent> precedents) {
  public Threat {
    members = List.copyOf(members);
    techniques = List.copyOf(techniques);
    because = List.copyOf(because);
    path = List.copyOf(path);
    facts = List.copyOf(facts);
    decisions = List.copyOf(decisions);
    precedents = List.copyOf(precedents);
  }

  /** Stable across runs: {@code family@element}. */
  public String id() {
    return idFor(element.id());
  }

  /** The ids under which an answer to this threat may stand: its own and one for each member. */
  public List<String> ids() {
    return Stream.concat(Stream.of(element.id()), members.stream()).map(this::idFor).toList();
  }

  /** The same threat with a rank among the others. */
  Threat withRank(Rank placed) {
    return new Threat(
        family, element, members, techniques, because, path, facts, decisions, placed, precedents);
  }

  /** The same threat for more elements. */
  Threat withMembers(List<String> together, List<FactRef> standingOn) {
    return new Threat(
        family,
        element,
        together,
        techniques,
        because,
        path,
        standingOn,
        decisions,
        rank,
        precedents);
  }

  private String idFor(String member) {
    return family.id() + "@" + member;
  }
}
