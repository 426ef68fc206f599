package dev.countersign.derive.rules;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Computes the relations that rules can read: see {@code knowledge}'s {@code Relation}. */
final class Relations {
  private final SystemModel system;
  private final Inverse inverse;
  private final boolean generativeModelIsLeft;

  Relations(SystemModel system) {
    this.system = system;
    inverse = new Inverse(system);
    generativeModelIsLeft =
        system
            .elements(ElementKind.MODEL)
            .filter(Relations::generative)
            .anyMatch(model -> inverse.of(model.id(), ElementKind.COMPONENT, "runs").isEmpty());
  }

  /**
   * What a relation gives.
   *
   * @return a list of elements, a truth, or empty where the element has no such relation or it
   *     hangs on a fact that is not given
   */
  Optional<Object> of(Element element, String relation) {
    String id = element.id();
    return switch (element.kind()) {
      case DATASET -> dataset(id, relation);
      case MODEL -> model(element, relation);
      case COMPONENT -> component(element, relation);
      case PROMPT -> named(relation, "given_by", id, ElementKind.COMPONENT, "prompts");
      case CORPUS -> named(relation, "retrieved_by", id, ElementKind.COMPONENT, "retrieves");
      case MEMORY -> named(relation, "remembered_by", id, ElementKind.COMPONENT, "remembers");
      case TOOL -> named(relation, "used_by", id, ElementKind.COMPONENT, "uses");
      case CHANNEL -> named(relation, "read_by", id, ElementKind.COMPONENT, "reads");
      case MCP_SERVER -> server(id, relation);
      case STORE -> store(id, relation);
      case ZONE -> zone(id, relation);
      case DECISION -> decision(element, relation);
      case FEEDBACK_LOOP -> feedback(element, relation);
      case ACTOR, OUTPUT, FLOW -> Optional.empty();
    };
  }

  private Optional<Object> dataset(String id, String relation) {
    return switch (relation) {
      case "trains" -> Optional.of(inverse.of(id, ElementKind.MODEL, "trained-on"));
      case "derives" -> Optional.of(inverse.of(id, ElementKind.DATASET, "derived-from"));
      default -> Optional.empty();
    };
  }

  private Optional<Object> model(Element model, String relation) {
    String id = model.id();
    return switch (relation) {
      case "served_by" -> Optional.of(inverse.of(id, ElementKind.COMPONENT, "runs"));
      case "decides" -> Optional.of(inverse.of(id, ElementKind.DECISION, "by"));
      case "builds" -> Optional.of(inverse.of(id, ElementKind.MODEL, "base"));
      case "outputs" -> Optional.of(inverse.of(id, ElementKind.OUTPUT, "of"));
      case "generative" -> Optional.of(generative(model));
      default -> Optional.empty();
    };
  }

  private Optional<Object> component(Element component, String relation) {
    String id = component.id();
    return switch (relation) {
      case "decides" -> Optional.of(inverse.of(id, ElementKind.DECISION, "by"));
      case "calls" -> Optional.of(inverse.of(id, ElementKind.COMPONENT, "callers"));
      case "outputs" -> Optional.of(inverse.of(id, ElementKind.OUTPUT, "of"));
      case "generative" -> generativeComponent(component);
      case "agent" -> component.value("uses").map(_ -> !component.refs("uses").isEmpty());
      default -> Optional.empty();
    };
  }

  /**
   * A component that does not say what it runs may run a generative model only if one is left that
   * no other component runs; otherwise every front end would be asked about prompts and tools.
   */
  private Optional<Object> generativeComponent(Element component) {
    if (component.facts().containsKey("runs")) {
      return Optional.of(runsGenerative(component));
    }
    return generativeModelIsLeft ? Optional.empty() : Optional.of(false);
  }

  /** The fact that a relation hangs on where {@link #of} gives nothing. */
  static String missing(String relation) {
    return relation.equals("agent") ? "uses" : "runs";
  }

  private Optional<Object> server(String id, String relation) {
    List<Element> tools = inverse.of(id, ElementKind.TOOL, "server");
    return switch (relation) {
      case "offers" -> Optional.of(tools);
      case "used_by" ->
          Optional.of(distinct(tools, t -> inverse.of(t.id(), ElementKind.COMPONENT, "uses")));
      default -> Optional.empty();
    };
  }

  private Optional<Object> store(String id, String relation) {
    return switch (relation) {
      case "models" -> Optional.of(inverse.of(id, ElementKind.MODEL, "stored"));
      case "datasets" -> Optional.of(inverse.of(id, ElementKind.DATASET, "stored"));
      case "corpora" -> Optional.of(inverse.of(id, ElementKind.CORPUS, "stored"));
      default -> Optional.empty();
    };
  }

  private Optional<Object> zone(String id, String relation) {
    return switch (relation) {
      case "components" -> Optional.of(inverse.of(id, ElementKind.COMPONENT, "zone"));
      case "stores" -> Optional.of(inverse.of(id, ElementKind.STORE, "zone"));
      default -> Optional.empty();
    };
  }

  private Optional<Object> decision(Element decision, String relation) {
    return relation.equals("models")
        ? Optional.of(distinct(elements(decision, "by"), this::modelsBehind))
        : Optional.empty();
  }

  private List<Element> modelsBehind(Element by) {
    return by.kind() == ElementKind.MODEL ? List.of(by) : elements(by, "runs");
  }

  private Optional<Object> feedback(Element loop, String relation) {
    return relation.equals("models")
        ? Optional.of(distinct(elements(loop, "into"), this::learners))
        : Optional.empty();
  }

  private List<Element> learners(Element into) {
    return switch (into.kind()) {
      case MODEL -> List.of(into);
      case DATASET -> inverse.of(into.id(), ElementKind.MODEL, "trained-on");
      case CORPUS ->
          distinct(
              inverse.of(into.id(), ElementKind.COMPONENT, "retrieves"), c -> elements(c, "runs"));
      default -> List.of();
    };
  }

  private Optional<Object> named(
      String asked, String relation, String id, ElementKind from, String key) {
    return asked.equals(relation) ? Optional.of(inverse.of(id, from, key)) : Optional.empty();
  }

  private boolean runsGenerative(Element component) {
    return elements(component, "runs").stream().anyMatch(Relations::generative);
  }

  private static boolean generative(Element model) {
    return model.word("task").filter("generation"::equals).isPresent();
  }

  private List<Element> elements(Element element, String key) {
    return element.refs(key).stream().flatMap(id -> system.element(id).stream()).toList();
  }

  private static List<Element> distinct(
      List<Element> from, Function<Element, List<Element>> follow) {
    TreeMap<String, Element> found = new TreeMap<>();
    from.forEach(element -> follow.apply(element).forEach(e -> found.put(e.id(), e)));
    return new ArrayList<>(found.values());
  }
}
