package dev.countersign.derive.rank;

import dev.countersign.knowledge.Harm;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a threat costs if it happens, from what its element reaches and holds. */
final class Impact {
  /** Where the file says nothing about what could be hurt. */
  private static final Factor UNSTATED = new Factor(0.45, "nothing is stated about the harm");

  private static final Factor CODE = new Factor(0.95, "code of others would run");
  private static final Factor COPY = new Factor(0.65, "a copy would hurt the organisation");

  /** What a model gives away of what it learnt: seldom the records themselves. */
  private static final double LEARNT = 0.75;

  private final SystemModel system;
  private final Map<String, List<Element>> keptIn = new HashMap<>();
  private final Map<String, List<Element>> offeredBy = new HashMap<>();

  Impact(SystemModel system) {
    this.system = system;
    for (Element element : system.elements().values()) {
      index(element, "stored", keptIn);
      index(element, "server", offeredBy);
    }
  }

  private static void index(Element element, String key, Map<String, List<Element>> by) {
    for (String id : element.refs(key)) {
      by.computeIfAbsent(id, _ -> new ArrayList<>()).add(element);
    }
  }

  /** The factor that counts: the gravest consequence of this sort of harm. */
  Factor of(Harm harm, Element element, List<String> decisions) {
    List<Factor> factors = new ArrayList<>();
    switch (harm) {
      case INTEGRITY -> wrong(factors, element, decisions);
      case CONTROL -> {
        factors.add(CODE);
        wrong(factors, element, decisions);
      }
      case CONFIDENTIALITY -> disclosed(factors, element);
      case AVAILABILITY -> unavailable(factors, decisions);
    }
    return Consequence.gravest(factors).orElse(UNSTATED);
  }

  private void wrong(List<Factor> factors, Element element, List<String> decisions) {
    decisions.stream()
        .flatMap(id -> system.element(id).stream())
        .forEach(decision -> factors.add(Consequence.ofDecision(decision)));
    tools(element).forEach(tool -> factors.add(Consequence.ofTool(tool)));
  }

  /** An outage is seldom as bad as a wrong decision: six tenths of it, and at least something. */
  private void unavailable(List<Factor> factors, List<String> decisions) {
    factors.add(new Factor(0.35, "the service is slow, expensive or down"));
    decisions.stream()
        .flatMap(id -> system.element(id).stream())
        .map(Consequence::ofDecision)
        .forEach(factor -> factors.add(new Factor(factor.weight() * 0.6, factor.reason())));
  }

  private void disclosed(List<Factor> factors, Element element) {
    for (Element thing : heldBy(element)) {
      Consequence.ofDisclosure(thing).ifPresent(factors::add);
      if (thing.words("holds").contains("credentials")) {
        factors.add(new Factor(1.0, thing.id() + " holds credentials"));
      }
      if (thing.value("proprietary").orElse(null) instanceof FactValue.Flag flag && flag.yes()) {
        factors.add(COPY);
      }
      for (Element learnt : referred(thing, "trained-on")) {
        Consequence.ofDisclosure(learnt).ifPresent(factor -> factors.add(learnt(thing, factor)));
      }
    }
  }

  private static Factor learnt(Element model, Factor disclosure) {
    return new Factor(
        disclosure.weight() * LEARNT, disclosure.reason() + ", and " + model.id() + " learnt it");
  }

  private List<Element> tools(Element element) {
    return switch (element.kind()) {
      case TOOL -> List.of(element);
      case COMPONENT -> referred(element, "uses");
      case MCP_SERVER -> offeredBy.getOrDefault(element.id(), List.of());
      default -> List.of();
    };
  }

  /** The element and what is put before the model through it. */
  private Set<Element> heldBy(Element element) {
    Set<Element> held = new LinkedHashSet<>();
    held.add(element);
    for (String key : List.of("retrieves", "remembers", "prompts", "uses", "reads", "runs")) {
      for (Element next : referred(element, key)) {
        held.add(next);
        held.addAll(referred(next, "reads"));
      }
    }
    held.addAll(keptIn.getOrDefault(element.id(), List.of()));
    return held;
  }

  private List<Element> referred(Element element, String key) {
    return element.refs(key).stream().flatMap(id -> system.element(id).stream()).toList();
  }
}
