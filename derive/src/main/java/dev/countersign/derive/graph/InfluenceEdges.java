package dev.countersign.derive.graph;

import dev.countersign.derive.FactRef;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.List;

/**
 * Who and what can change what: one method a kind of element, one edge a fact. An edge runs from
 * what influences to what is influenced.
 */
final class InfluenceEdges {
  private final SystemModel system;
  private final Suppliers suppliers;
  private final Edges edges = new Edges();

  private InfluenceEdges(SystemModel system, Suppliers suppliers) {
    this.system = system;
    this.suppliers = suppliers;
  }

  static Edges of(SystemModel system, Suppliers suppliers) {
    InfluenceEdges influence = new InfluenceEdges(system, suppliers);
    suppliers.actors().keySet().forEach(actor -> influence.edges.node(actor, Port.WHOLE));
    system.elements().values().forEach(influence::add);
    return influence.edges;
  }

  private void add(Element element) {
    edges.node(element.id(), Port.WHOLE);
    switch (element.kind()) {
      case DATASET -> dataset(element);
      case MODEL -> model(element);
      case COMPONENT -> component(element);
      case CHANNEL -> writers(element, "writers", Port.WHOLE);
      case STORE -> store(element);
      case PROMPT -> prompt(element);
      case CORPUS -> corpus(element);
      case MEMORY -> from(element, "writers", Port.WHOLE);
      case TOOL -> tool(element);
      case MCP_SERVER -> server(element);
      case OUTPUT -> output(element);
      case DECISION -> from(element, "by", Port.WHOLE);
      case FLOW -> flow(element);
      case FEEDBACK_LOOP -> feedback(element);
      case ACTOR, ZONE -> {}
    }
  }

  private void dataset(Element dataset) {
    inside(dataset, Port.ITEMS);
    inside(dataset, Port.LABELS);
    inside(dataset, Port.FEEDBACK);
    if (!writersAreWhoeverSubmits(dataset)) {
      supplier(dataset, Port.ITEMS);
    }
    boolean impliedWriter = suppliers.of(dataset).isPresent() || dataset.word("origin").isEmpty();
    if (dataset.facts().containsKey("writers") || !impliedWriter) {
      writers(dataset, "writers", Port.ITEMS);
    } else if (dataset.word("origin").isEmpty()) {
      edges.unknown(dataset.id(), Port.ITEMS, new FactRef(dataset.id(), "writers"));
    }
    writers(dataset, "labels.writers", Port.LABELS);
    from(dataset, "derived-from", Port.ITEMS);
    from(dataset, "stored", Port.ITEMS);
  }

  /** "Sent in by users" says that there are writers; "writers" then says who they are. */
  private static boolean writersAreWhoeverSubmits(Element dataset) {
    String origin = dataset.word("origin").orElse("");
    return dataset.facts().containsKey("writers")
        && (origin.equals("user-submitted") || origin.equals("crowdsourced"));
  }

  private void model(Element model) {
    inside(model, Port.TRAINING);
    inside(model, Port.WEIGHTS);
    inside(model, Port.INPUT);
    supplier(model, Port.WEIGHTS);
    from(model, "base", Port.WEIGHTS);
    from(model, "stored", Port.WEIGHTS);
    from(model, "trained-on", Port.TRAINING);
    from(model, "contributors", Port.TRAINING);
  }

  private void component(Element component) {
    inside(component, Port.INPUT);
    inside(component, Port.CONTEXT);
    callers(component);
    writers(component, "configured-by", Port.CONFIGURATION);
    for (String read : component.refs("reads")) {
      add(
          read,
          Port.WHOLE,
          component.id(),
          isChannel(read) ? Port.INPUT : Port.CONTEXT,
          component,
          "reads");
    }
    from(component, "retrieves", Port.CONTEXT);
    from(component, "prompts", Port.CONTEXT);
    for (String tool : component.refs("uses")) {
      add(tool, Port.CONTENT, component.id(), Port.CONTEXT, component, "uses");
    }
    models(component);
    actors(component);
  }

  private void callers(Element component) {
    FactRef inner = new FactRef(component.id(), "");
    edges.add(component.id(), Port.CALLS, component.id(), Port.INPUT, inner);
    if (!component.facts().containsKey("callers")) {
      edges.unknown(component.id(), Port.CALLS, new FactRef(component.id(), "callers"));
    }
    for (String caller : component.refs("callers")) {
      Port port = kind(caller) == ElementKind.ACTOR ? Port.CALLS : Port.INPUT;
      add(caller, Port.WHOLE, component.id(), port, component, "callers");
    }
  }

  /** A request goes through the component into each model and comes back as the model's answer. */
  private void models(Element component) {
    for (String model : component.refs("runs")) {
      add(component.id(), Port.INPUT, model, Port.INPUT, component, "runs");
      add(component.id(), Port.CONTEXT, model, Port.INPUT, component, "runs");
      add(model, Port.WHOLE, component.id(), Port.WHOLE, component, "runs");
      for (String memory : component.refs("remembers")) {
        add(memory, Port.WHOLE, model, Port.INPUT, component, "remembers");
      }
    }
  }

  /** What the model decides to call, write or say; the component itself where it runs no model. */
  private void actors(Element component) {
    List<String> deciders =
        component.refs("runs").isEmpty() ? List.of(component.id()) : component.refs("runs");
    for (String decider : deciders) {
      for (String tool : component.refs("uses")) {
        add(decider, Port.WHOLE, tool, Port.WHOLE, component, "uses");
      }
      for (String memory : component.refs("remembers")) {
        add(decider, Port.WHOLE, memory, Port.WHOLE, component, "remembers");
      }
    }
  }

  /**
   * A program that writes to a store puts there what it was built to put there: whoever controls
   * the program can change that, whoever merely sends it data cannot.
   */
  private void store(Element store) {
    if (!store.facts().containsKey("writers")) {
      edges.unknown(store.id(), Port.WHOLE, new FactRef(store.id(), "writers"));
    }
    for (String writer : store.refs("writers")) {
      Port port = kind(writer) == ElementKind.COMPONENT ? Port.CONFIGURATION : Port.WHOLE;
      add(writer, port, store.id(), Port.WHOLE, store, "writers");
    }
  }

  private void prompt(Element prompt) {
    from(prompt, "writers", Port.WHOLE);
  }

  private void corpus(Element corpus) {
    writers(corpus, "writers", Port.WHOLE);
    from(corpus, "stored", Port.WHOLE);
  }

  private void tool(Element tool) {
    add(tool.id(), Port.CONTENT, tool.id(), Port.WHOLE, tool, "effect");
    inside(tool, Port.SUPPLY);
    supplier(tool, Port.SUPPLY);
    from(tool, "server", Port.SUPPLY);
    from(tool, "reads", Port.CONTENT);
    if (tool.facts().containsKey("content-from")) {
      from(tool, "content-from", Port.CONTENT);
    } else if (tool.words("effect").contains("fetch")) {
      add(Suppliers.ANYONE, Port.WHOLE, tool.id(), Port.CONTENT, tool, "effect");
    } else if (tool.words("effect").contains("read") && tool.refs("reads").isEmpty()) {
      edges.unknown(tool.id(), Port.CONTENT, new FactRef(tool.id(), "content-from"));
    }
  }

  private void server(Element server) {
    inside(server, Port.SUPPLY);
    supplier(server, Port.SUPPLY);
  }

  private void output(Element output) {
    from(output, "of", Port.WHOLE);
    for (String consumer : output.refs("consumers")) {
      if (!makes(consumer, output)) {
        into(output.id(), consumer, output, "consumers");
      }
    }
  }

  /** A component that takes in what its own model says is no new way to that model. */
  private boolean makes(String component, Element output) {
    List<String> runs = system.element(component).map(e -> e.refs("runs")).orElse(List.of());
    return output.refs("of").stream().anyMatch(of -> of.equals(component) || runs.contains(of));
  }

  private void flow(Element flow) {
    for (String from : flow.refs("from")) {
      for (String to : flow.refs("to")) {
        into(from, to, flow, "to");
      }
    }
  }

  private void feedback(Element loop) {
    from(loop, "from", Port.WHOLE);
    for (String learner : loop.refs("into")) {
      into(loop.id(), learner, loop, "into");
    }
  }

  /**
   * Into the side of the target on which things of its kind arrive; people decide for themselves.
   */
  private void into(String from, String to, Element declaring, String key) {
    if (kind(to) == ElementKind.ACTOR) {
      return;
    }
    Port port =
        switch (kind(to)) {
          case DATASET ->
              declaring.kind() == ElementKind.FEEDBACK_LOOP ? Port.FEEDBACK : Port.ITEMS;
          case MODEL ->
              declaring.kind() == ElementKind.FEEDBACK_LOOP ? Port.TRAINING : modelSide(declaring);
          case COMPONENT -> Port.INPUT;
          default -> Port.WHOLE;
        };
    add(from, Port.WHOLE, to, port, declaring, key);
  }

  private static Port modelSide(Element flow) {
    return flow.words("carries").contains("weights") ? Port.WEIGHTS : Port.INPUT;
  }

  /** A key that names sources: while it is unknown, somebody unknown may be one. */
  private void writers(Element element, String key, Port port) {
    if (element.facts().containsKey(key)) {
      from(element, key, port);
    } else {
      edges.unknown(element.id(), port, new FactRef(element.id(), key));
    }
  }

  private void from(Element element, String key, Port port) {
    for (String source : element.refs(key)) {
      add(source, Port.WHOLE, element.id(), port, element, key);
    }
  }

  private void supplier(Element element, Port port) {
    suppliers
        .of(element)
        .ifPresent(supplier -> add(supplier, Port.WHOLE, element.id(), port, element, "origin"));
  }

  private void inside(Element element, Port port) {
    edges.add(element.id(), port, element.id(), Port.WHOLE, new FactRef(element.id(), ""));
  }

  private void add(
      String from, Port fromPort, String to, Port toPort, Element declaring, String key) {
    edges.add(from, fromPort, to, toPort, new FactRef(declaring.id(), key));
  }

  private boolean isChannel(String id) {
    return kind(id) == ElementKind.CHANNEL;
  }

  private ElementKind kind(String id) {
    return system.element(id).map(Element::kind).orElse(ElementKind.ACTOR);
  }
}
