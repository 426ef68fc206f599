package dev.countersign.assess.next;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.derive.Threat;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Suggests how to answer threats that have no answer yet: the control that answers the most first,
 * so that the fewest steps settle the most.
 */
final class AnswerSteps {
  /** A control that is not a family's best is worth this much of the best. */
  private static final double SECOND_BEST = 0.8;

  private static final int CHECKPOINT_DAYS = 90;
  private final Checked checked;
  private final Map<String, List<Placement>> placements = new HashMap<>();

  AnswerSteps(Checked checked) {
    this.checked = checked;
  }

  List<Step> of(List<AssessedThreat> unanswered) {
    List<AssessedThreat> left = new ArrayList<>(unanswered);
    List<Step> steps = new ArrayList<>(groups(left).stream().map(this::step).toList());
    left.forEach(threat -> steps.add(step(threat)));
    return steps;
  }

  /** The fewest controls that could answer threats, those that answer the most first. */
  List<Proposal> proposals(List<AssessedThreat> threats) {
    return groups(new ArrayList<>(threats)).stream()
        .map(group ->
            new Proposal(
                group.placement().control(),
                group.placement().element(),
                group.threats(),
                snippet(group)))
        .toList();
  }

  /** Takes out of {@code left} what some control could answer. */
  private List<Group> groups(List<AssessedThreat> left) {
    List<Group> groups = new ArrayList<>();
    Optional<Group> best = best(left);
    while (best.isPresent()) {
      left.removeAll(best.get().threats());
      groups.add(best.get());
      best = best(left);
    }
    return groups;
  }

  /** Threats that one control could answer, and what that is worth. */
  private record Group(Placement placement, List<AssessedThreat> threats, double worth) {
    double score() {
      return threats.stream().mapToDouble(t -> t.threat().rank().score()).sum();
    }
  }

  private Optional<Group> best(List<AssessedThreat> threats) {
    Map<Placement, Group> groups = new TreeMap<>();
    for (AssessedThreat threat : threats) {
      double worth = threat.threat().rank().score();
      for (Placement placement : placements(threat.threat())) {
        groups.merge(
            placement, new Group(placement, List.of(threat), worth), AnswerSteps::together);
        worth *= SECOND_BEST;
      }
    }
    return groups.values().stream()
        .max(Comparator.comparingDouble(Group::worth).thenComparing(Group::placement, reversed()));
  }

  private static Comparator<Placement> reversed() {
    return Comparator.reverseOrder();
  }

  private static Group together(Group one, Group other) {
    List<AssessedThreat> threats = new ArrayList<>(one.threats());
    threats.addAll(other.threats());
    return new Group(one.placement(), List.copyOf(threats), one.worth() + other.worth());
  }

  private List<Placement> placements(Threat threat) {
    return placements.computeIfAbsent(
        threat.id(), id -> Placement.against(threat, system(), checked.catalogue()));
  }

  private Step step(Group group) {
    Placement placement = group.placement();
    boolean claimed = system().controls().containsKey(placement.id());
    List<String> ids = group.threats().stream().map(t -> t.threat().id()).toList();
    return new Step(
        claimed ? use(placement, ids) : build(placement, ids),
        Optional.of(gist(group.threats()) + (claimed ? "" : "; fill in owner and ticket")),
        answers(group.threats().getFirst()),
        Optional.of(snippet(group)),
        ids,
        group.score());
  }

  private Snippet snippet(Group group) {
    Placement placement = group.placement();
    boolean claimed = system().controls().containsKey(placement.id());
    return new Snippet(
        "resolutions",
        group.threats().stream()
            .map(threat ->
                threat.threat().id() + ": " + (claimed ? now(placement) : planned(placement)))
            .toList());
  }

  /** Where answers stand: behind the last one, or at the element if there is none yet. */
  private Place answers(AssessedThreat threat) {
    return system().resolutions().values().stream()
        .map(Resolution::place)
        .filter(place -> place.file().equals(system().file()))
        .max(Comparator.naturalOrder())
        .orElse(threat.threat().element().place());
  }

  private static String use(Placement placement, List<String> ids) {
    return "Let " + placement.id() + ", which the file has, answer " + counted(ids) + ".";
  }

  private static String build(Placement placement, List<String> ids) {
    return "Put "
        + placement.control()
        + " on "
        + placement.element()
        + ": it could answer "
        + counted(ids)
        + ".";
  }

  private static String counted(List<String> ids) {
    return ids.size() == 1 ? ids.getFirst() : ids.size() + " open threats";
  }

  private static String gist(List<AssessedThreat> threats) {
    return String.join(
        ", ",
        threats.stream()
            .map(AssessedThreat::threat)
            .map(t -> t.family().title() + " (" + t.rank().severity().word() + ")")
            .distinct()
            .toList());
  }

  private static String now(Placement placement) {
    return "{ control: " + placement.id() + " }";
  }

  /**
   * A plan without owner and ticket. They are left empty, not filled with an example: pasted as it
   * is, the line is refused by the reader and answers nothing.
   */
  private String planned(Placement placement) {
    return "{ planned: { control: "
        + placement.id()
        + ", owner: , ticket: , by: "
        + system()
            .info()
            .nextCheckpoint()
            .filter(day -> day.isAfter(checked.assessment().asOf()))
            .orElse(checked.assessment().asOf().plusDays(CHECKPOINT_DAYS))
        + " } }";
  }

  /** A threat against which no control fits anywhere: only people can say what to do. */
  private Step step(AssessedThreat threat) {
    return new Step(
        "Answer "
            + threat.threat().id()
            + ": change the design, or let a body that may accept the risk until a day.",
        Optional.of(gist(List.of(threat))),
        threat.threat().element().place(),
        Optional.empty(),
        List.of(threat.threat().id()),
        threat.threat().rank().score());
  }

  private SystemModel system() {
    return checked.assessment().system();
  }
}
