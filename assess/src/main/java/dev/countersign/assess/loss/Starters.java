package dev.countersign.assess.loss;

import dev.countersign.derive.Threat;
import dev.countersign.derive.graph.Suppliers;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.Map;
import java.util.Optional;

/** Who starts a threat: an actor that the file declares, or a supplier that it implies. */
final class Starters {
  private final SystemModel system;
  private final Map<String, Element> suppliers;

  Starters(SystemModel system) {
    this.system = system;
    this.suppliers = new Suppliers(system).actors();
  }

  /** The actor from whom the path of a threat runs; empty where it needs nobody. */
  Optional<Element> of(Threat threat) {
    return threat.path().stream()
        .findFirst()
        .flatMap(first -> Optional.ofNullable(suppliers.get(first)).or(() -> system.element(first)))
        .filter(element -> element.kind() == ElementKind.ACTOR);
  }
}
