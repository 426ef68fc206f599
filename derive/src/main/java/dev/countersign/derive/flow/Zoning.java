package dev.countersign.derive.flow;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in which zone each element stands; things without a zone live with what holds them. */
final class Zoning {
  /** Keys of a component that name what runs inside it. */
  private static final List<String> PARTS = List.of("runs", "prompts", "remembers", "uses");

  private final SystemModel system;
  private final Map<String, Set<String>> users = new HashMap<>();

  Zoning(SystemModel system) {
    this.system = system;
    system
        .elements(ElementKind.COMPONENT)
        .forEach(component ->
            PARTS.stream()
                .flatMap(key -> component.refs(key).stream())
                .forEach(part -> usedBy(part, component.id())));
  }

  private void usedBy(String part, String component) {
    users.computeIfAbsent(part, none -> new TreeSet<>()).add(component);
  }

  Optional<String> of(String id) {
    return system.element(id).flatMap(this::of);
  }

  private Optional<String> of(Element element) {
    return switch (element.kind()) {
      case COMPONENT, STORE, MCP_SERVER -> named(element, "zone");
      case DATASET, CORPUS -> ofAll(element.refs("stored"));
      case MODEL -> model(element);
      case TOOL -> tool(element);
      case PROMPT, MEMORY -> ofUsers(element);
      case OUTPUT -> ofAll(element.refs("of"));
      case ACTOR, ZONE, CHANNEL, DECISION, FLOW, FEEDBACK_LOOP -> Optional.empty();
    };
  }

  /** A model lives where it runs; one that only waits lives where it is kept. */
  private Optional<String> model(Element model) {
    if (model.word("origin").filter("hosted"::equals).isPresent()) {
      return Optional.empty();
    }
    return ofUsers(model).or(() -> ofAll(model.refs("stored")));
  }

  private Optional<String> tool(Element tool) {
    return tool.refs("server").isEmpty() ? ofUsers(tool) : ofAll(tool.refs("server"));
  }

  private Optional<String> ofUsers(Element element) {
    return ofAll(users.getOrDefault(element.id(), Set.of()));
  }

  /** The zone that all of them share. */
  private Optional<String> ofAll(Collection<String> ids) {
    Set<Optional<String>> zones = new LinkedHashSet<>();
    ids.forEach(id -> zones.add(of(id)));
    return zones.size() == 1 ? zones.iterator().next() : Optional.empty();
  }

  private static Optional<String> named(Element element, String key) {
    return element.refs(key).stream().findFirst();
  }
}
