package dev.countersign.assess.supply;

import dev.countersign.model.Element;
import java.util.List;
import java.util.Optional;

/**
 * When to demand what: one entry of {@code demands.yaml}.
 *
 * @param control the control whose proof has to come from the supplier; empty for terms
 * @param title of terms; empty where the control has one
 * @param on kinds of element, as in {@code ElementKind.word()}
 * @param origins the origins that it is for; all if empty
 * @param ask what to demand
 */
record DemandRule(
    Optional<String> control,
    Optional<String> title,
    List<String> on,
    List<String> origins,
    String ask) {
  DemandRule {
    on = List.copyOf(on);
    origins = List.copyOf(origins);
  }

  boolean isFor(Element element, String origin) {
    return on.contains(element.kind().word()) && (origins.isEmpty() || origins.contains(origin));
  }
}
