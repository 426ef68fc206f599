package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.List;

/**
 * Who can see what: one method a kind of element, one edge a fact. An edge runs from what is seen
 * to what or who sees it.
 */
final class ObservationEdges {
  private final SystemModel system;
  private final Edges edges = new Edges();

  private ObservationEdges(SystemModel system) {
    this.system = system;
  }

  static Edges of(SystemModel system) {
    ObservationEdges observation = new ObservationEdges(system);
    system.elements().values().forEach(observation::add);
    return observation.edges;
  }

  private void add(Element element) {
    edges.node(element.id(), Port.WHOLE);
    switch (element.kind()) {
      case DATASET -> dataset(element);
      case MODEL -> model(element);
      case COMPONENT -> component(element);
      case CORPUS -> seenBy(element, Port.WHOLE, "stored");
      case TOOL -> tool(element);
      case STORE -> store(element);
      case OUTPUT -> output(element);
      case DECISION -> decision(element);
      case FLOW -> flow(element);
      case ACTOR, ZONE, CHANNEL, PROMPT, MEMORY, MCP_SERVER, FEEDBACK_LOOP -> {}
    }
  }

  private void dataset(Element dataset) {
    side(dataset, Port.STORED);
    side(dataset, Port.LEARNT);
    seenBy(dataset, Port.STORED, "stored");
    for (String original : dataset.refs("derived-from")) {
      add(original, Port.WHOLE, dataset.id(), Port.WHOLE, dataset, "derived-from");
    }
  }

  private void model(Element model) {
    side(model, Port.ANSWERS);
    side(model, Port.ARTEFACT);
    seenBy(model, Port.ARTEFACT, "stored");
    for (String dataset : model.refs("trained-on")) {
      add(dataset, Port.LEARNT, model.id(), Port.ANSWERS, model, "trained-on");
    }
    for (String base : model.refs("base")) {
      add(base, Port.ANSWERS, model.id(), Port.ANSWERS, model, "base");
    }
  }

  private void component(Element component) {
    callers(component);
    seenBy(component, Port.WHOLE, "log-readers");
    for (String model : component.refs("runs")) {
      add(model, Port.ANSWERS, component.id(), Port.WHOLE, component, "runs");
      if (component.words("interface").contains("device")) {
        heldBy(component, model);
      }
    }
    for (String key : List.of("retrieves", "remembers", "prompts", "reads")) {
      for (String seen : component.refs(key)) {
        add(seen, Port.WHOLE, component.id(), Port.WHOLE, component, key);
      }
    }
    for (String tool : component.refs("uses")) {
      add(tool, Port.CONTENT, component.id(), Port.WHOLE, component, "uses");
      add(component.id(), Port.WHOLE, tool, Port.WHOLE, component, "uses");
    }
  }

  /** Whoever holds the device holds the model on it. */
  private void heldBy(Element component, String model) {
    for (String holder : component.refs("callers")) {
      if (isActor(holder)) {
        add(model, Port.ARTEFACT, holder, Port.WHOLE, component, "interface");
      }
    }
  }

  /** A tool returns what it reads, and carries out what it sends. */
  private void tool(Element tool) {
    for (String read : tool.refs("reads")) {
      add(read, Port.WHOLE, tool.id(), Port.CONTENT, tool, "reads");
    }
    boolean sends = tool.words("effect").contains("send");
    if (sends && tool.word("recipients").filter("any"::equals).isPresent()) {
      add(tool.id(), Port.WHOLE, Suppliers.ANYONE, Port.WHOLE, tool, "recipients");
    }
  }

  /** A program that reads a store does not show its callers what it read, only what it says. */
  private void store(Element store) {
    if (!store.facts().containsKey("readers")) {
      edges.unknown(store.id(), Port.WHOLE, new FactRef(store.id(), "readers"));
    }
    store.refs("readers").stream()
        .filter(this::isActor)
        .forEach(reader -> add(store.id(), Port.WHOLE, reader, Port.WHOLE, store, "readers"));
  }

  private void output(Element output) {
    for (String source : output.refs("of")) {
      add(source, answers(source), output.id(), Port.WHOLE, output, "of");
    }
    seenBy(output, Port.WHOLE, "consumers");
  }

  private void decision(Element decision) {
    for (String source : decision.refs("by")) {
      add(source, answers(source), decision.id(), Port.WHOLE, decision, "by");
    }
    seenBy(decision, Port.WHOLE, "affects");
  }

  private void flow(Element flow) {
    for (String from : flow.refs("from")) {
      for (String to : flow.refs("to")) {
        add(from, Port.WHOLE, to, Port.WHOLE, flow, "to");
      }
    }
  }

  private boolean isActor(String id) {
    return system.element(id).filter(e -> e.kind() != ElementKind.ACTOR).isEmpty();
  }

  private Port answers(String id) {
    boolean model = system.element(id).filter(e -> e.kind() == ElementKind.MODEL).isPresent();
    return model ? Port.ANSWERS : Port.WHOLE;
  }

  /** Callers see what comes back: while they are unknown, somebody unknown may be one. */
  private void callers(Element component) {
    if (component.facts().containsKey("callers")) {
      seenBy(component, Port.WHOLE, "callers");
    } else {
      edges.unknown(component.id(), Port.WHOLE, new FactRef(component.id(), "callers"));
    }
  }

  private void seenBy(Element element, Port port, String key) {
    for (String reader : element.refs(key)) {
      add(element.id(), port, reader, Port.WHOLE, element, key);
    }
  }

  /** Seeing one side of an element is seeing the element. */
  private void side(Element element, Port port) {
    edges.add(element.id(), Port.WHOLE, element.id(), port, new FactRef(element.id(), ""));
  }

  private void add(
      String from, Port fromPort, String to, Port toPort, Element declaring, String key) {
    edges.add(from, fromPort, to, toPort, new FactRef(declaring.id(), key));
  }
}
