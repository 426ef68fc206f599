package dev.countersign.assess.supply;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what comes from outside, and derives from the threats it brings what its supplier has to
 * show.
 *
 * @param items by kind, then by id
 * @param unstated ids of models, datasets, tools and servers of which nobody has said where they
 *     come from, sorted
 */
public record Supplies(List<Supplied> items, List<String> unstated) {
  private static final Set<ElementKind> KINDS =
      EnumSet.of(ElementKind.DATASET, ElementKind.MODEL, ElementKind.TOOL, ElementKind.MCP_SERVER);

  /** Origins that mean that somebody else made it, in the words of the language. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "vendor",
          "open-weights",
          "hosted",
          "purchased",
          "partner",
          "crowdsourced",
          "public",
          "scraped",
          "linked",
          "open-source",
          "community");

  public Supplies {
    items = List.copyOf(items);
    unstated = List.copyOf(unstated);
  }

  /** What others supply to a system. */
  public static Supplies of(Checked checked) {
    List<Supplied> items = new ArrayList<>();
    List<String> unstated = new ArrayList<>();
    for (ElementKind kind : KINDS) {
      checked
          .assessment()
          .system()
          .elements(kind)
          .forEach(element -> {
            Optional<String> origin = element.word("origin");
            if (origin.isEmpty()) {
              unstated.add(element.id());
            } else if (OUTSIDE.contains(origin.get())) {
              items.add(supplied(element, origin.get(), checked));
            }
          });
    }
    return new Supplies(items, unstated.stream().sorted().toList());
  }

  private static Supplied supplied(Element element, String origin, Checked checked) {
    List<AssessedThreat> threats =
        checked.assessment().threats().stream().filter(threat -> brings(element, threat)).toList();
    List<Demand> demands =
        DemandRules.bundled().stream()
            .filter(rule -> rule.isFor(element, origin))
            .flatMap(rule -> demand(rule, element, threats, checked).stream())
            .toList();
    return new Supplied(element, origin, element.text("supplier"), threats, demands);
  }

  /** Whether a threat is about an element or starts with the one who supplies it. */
  private static boolean brings(Element element, AssessedThreat threat) {
    return threat.threat().element().id().equals(element.id())
        || threat.threat().members().contains(element.id())
        || threat.threat().path().contains("supplier of " + element.id());
  }

  private static Optional<Demand> demand(
      DemandRule rule, Element element, List<AssessedThreat> threats, Checked checked) {
    return rule.control().isEmpty()
        ? Optional.of(terms(rule))
        : checked
            .catalogue()
            .control(rule.control().get())
            .flatMap(control -> demand(rule, control, element, threats, checked));
  }

  private static Demand terms(DemandRule rule) {
    return new Demand(
        rule.title().orElse("Terms"),
        rule.ask(),
        Optional.empty(),
        List.of(),
        List.of(),
        Demand.State.TERMS);
  }

  private static Optional<Demand> demand(
      DemandRule rule,
      Control control,
      Element element,
      List<AssessedThreat> threats,
      Checked checked) {
    List<String> answered =
        threats.stream()
            .filter(threat -> control.stops().contains(threat.threat().family().id()))
            .map(threat -> threat.threat().id())
            .toList();
    return answered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Demand(
                control.title(),
                rule.ask(),
                rule.control(),
                control.evidence(),
                answered,
                state(control.id() + "@" + element.id(), checked)));
  }

  private static Demand.State state(String id, Checked checked) {
    Map<String, ControlState> controls = checked.assessment().controls();
    Optional<ControlState> claimed = Optional.ofNullable(controls.get(id));
    if (claimed.isPresent()) {
      return claimed.get().proven() ? Demand.State.PROVEN : Demand.State.UNPROVEN;
    }
    boolean planned =
        checked.assessment().system().resolutions().values().stream()
            .anyMatch(answer ->
                answer instanceof Resolution.Planned plan
                    && plan.control().filter(id::equals).isPresent());
    return planned ? Demand.State.PLANNED : Demand.State.TO_DEMAND;
  }
}
