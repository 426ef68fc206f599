package dev.countersign.assess.placed;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.assess.next.Proposal;
import dev.countersign.assess.next.Snippet;
import dev.countersign.assess.next.Steps;
import dev.countersign.assess.placed.PlacedControl.State;
import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds every control that is claimed, planned or missing. */
final class Placing {
  private final Checked checked;
  private final Map<String, List<AssessedThreat>> answered = new TreeMap<>();
  private final Map<String, Resolution.Planned> plans = new TreeMap<>();

  private Placing(Checked checked) {
    this.checked = checked;
    checked.assessment().threats().forEach(this::note);
  }

  static List<PlacedControl> of(Checked checked) {
    Placing placing = new Placing(checked);
    List<PlacedControl> all = new ArrayList<>(placing.claimed());
    Set<String> known = new TreeSet<>(checked.assessment().controls().keySet());
    placing.planned().filter(plan -> known.add(plan.id())).forEach(all::add);
    placing.missing().filter(control -> known.add(control.id())).forEach(all::add);
    return all;
  }

  private void note(AssessedThreat threat) {
    threat
        .answer()
        .resolution()
        .ifPresent(answer -> {
          switch (answer) {
            case Resolution.ByControl by -> by.controls().forEach(id -> answers(id, threat));
            case Resolution.Planned plan ->
                plan.control()
                    .ifPresent(id -> {
                      answers(id, threat);
                      plans.putIfAbsent(id, plan);
                    });
            case Resolution.Accepted _, Resolution.DesignedOut _ -> {}
          }
        });
  }

  private void answers(String control, AssessedThreat threat) {
    answered.computeIfAbsent(control, _ -> new ArrayList<>()).add(threat);
  }

  private List<AssessedThreat> answered(String id) {
    return answered.getOrDefault(id, List.of());
  }

  private List<PlacedControl> claimed() {
    return checked.assessment().controls().values().stream().map(this::claimed).toList();
  }

  private PlacedControl claimed(ControlState state) {
    String id = state.claim().id();
    return new PlacedControl(
        state.claim().control(),
        state.claim().element(),
        state.proven() ? State.PROVEN : State.UNPROVEN,
        state.doubt(),
        answered(id),
        state.results().isEmpty() ? Optional.of(claim(id)) : Optional.empty());
  }

  private Stream<PlacedControl> planned() {
    return plans.entrySet().stream()
        .filter(plan -> plan.getKey().indexOf('@') > 0)
        .map(plan -> planned(plan.getKey(), plan.getValue()));
  }

  private PlacedControl planned(String id, Resolution.Planned plan) {
    int at = id.indexOf('@');
    String day = plan.by().map(by -> " by " + by).orElse("");
    String owner = plan.owner().map(who -> (day.isEmpty() ? " by " : ", owner ") + who).orElse("");
    String ticket = plan.ticket().map(it -> " (" + it + ")").orElse("");
    return new PlacedControl(
        id.substring(0, at),
        id.substring(at + 1),
        State.PLANNED,
        Optional.of("Planned" + day + owner + ticket + "."),
        answered(id),
        Optional.of(claim(id)));
  }

  private Stream<PlacedControl> missing() {
    return Steps.proposals(checked).stream().map(Placing::missing);
  }

  private static PlacedControl missing(Proposal proposal) {
    return new PlacedControl(
        proposal.control(),
        proposal.element(),
        State.MISSING,
        Optional.empty(),
        proposal.threats(),
        Optional.of(proposal.add()));
  }

  /**
   * The claim with its proof. The values are left empty, not filled with examples: pasted as they
   * are they prove nothing.
   */
  private static Snippet claim(String id) {
    return new Snippet(
        "controls", List.of(id + ": { document: { file: , sha256: , reviewer: , expires: } }"));
  }
}
