package dev.countersign.derive.flow;

import dev.countersign.derive.graph.Suppliers;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what flows out of the keys of each kind of element. */
final class Flows {
  private final SystemModel system;
  private final Suppliers suppliers;
  private final Standing standing;
  private final List<DataFlow> flows = new ArrayList<>();

  private Flows(SystemModel system, Suppliers suppliers, Standing standing) {
    this.system = system;
    this.suppliers = suppliers;
    this.standing = standing;
  }

  static List<DataFlow> of(SystemModel system, Suppliers suppliers, Standing standing) {
    Flows flows = new Flows(system, suppliers, standing);
    system.elements().values().forEach(flows::add);
    return Collections.unmodifiableList(flows.flows);
  }

  private void add(Element element) {
    suppliers.of(element).ifPresent(supplier -> flow(supplier, element.id(), "supplies", element));
    switch (element.kind()) {
      case DATASET -> dataset(element);
      case MODEL -> model(element);
      case COMPONENT -> component(element);
      case CHANNEL, PROMPT, MEMORY -> into(element, "writers", "writes");
      case CORPUS -> corpus(element);
      case STORE -> store(element);
      case TOOL -> tool(element);
      case OUTPUT -> output(element);
      case DECISION -> decision(element);
      case FLOW -> declared(element);
      case FEEDBACK_LOOP -> feedback(element);
      case ACTOR, ZONE, MCP_SERVER -> {}
    }
  }

  private void dataset(Element dataset) {
    into(dataset, "writers", "writes");
    into(dataset, "labels.writers", "labels");
    into(dataset, "derived-from", "makes up");
    into(dataset, "stored", "keeps");
  }

  private void model(Element model) {
    into(model, "trained-on", "trains");
    into(model, "contributors", "updates");
    into(model, "base", "is base of");
    into(model, "stored", "keeps");
  }

  private void component(Element component) {
    for (String caller : component.refs("callers")) {
      flow(caller, component.id(), is(caller, ElementKind.CHANNEL) ? "reaches" : "asks", component);
    }
    into(component, "reads", "is read by");
    into(component, "retrieves", "is searched by");
    into(component, "prompts", "instructs");
    into(component, "configured-by", "configures");
    for (String model : component.refs("runs")) {
      flow(component.id(), model, "asks", component);
      flow(model, component.id(), "answers", component);
    }
    for (String memory : component.refs("remembers")) {
      flow(component.id(), memory, "writes", component);
      flow(memory, component.id(), "reminds", component);
    }
    outOf(component, "uses", "calls");
    outOf(component, "log-readers", "logs to");
  }

  private void corpus(Element corpus) {
    into(corpus, "writers", "writes");
    into(corpus, "stored", "keeps");
  }

  private void store(Element store) {
    into(store, "writers", "writes");
    outOf(store, "readers", "is read by");
  }

  private void tool(Element tool) {
    into(tool, "server", "offers");
    into(tool, "reads", "is read by");
    if (tool.facts().containsKey("content-from")) {
      into(tool, "content-from", "feeds");
    } else if (tool.words("effect").contains("fetch")) {
      flow(Suppliers.ANYONE, tool.id(), "feeds", tool);
    }
    if (tool.word("recipients").filter("any"::equals).isPresent()
        && tool.words("effect").contains("send")) {
      flow(tool.id(), Suppliers.ANYONE, "sends to", tool);
    }
  }

  private void output(Element output) {
    into(output, "of", "gives");
    outOf(output, "consumers", "goes to");
  }

  private void decision(Element decision) {
    into(decision, "by", "leads to");
    outOf(decision, "affects", "affects");
  }

  private void declared(Element flow) {
    List<String> carried = flow.words("carries");
    String verb = carried.isEmpty() ? "sends to" : "sends " + String.join(", ", carried) + " to";
    for (String from : flow.refs("from")) {
      flow.refs("to").forEach(to -> flow(from, to, verb, flow));
    }
  }

  private void feedback(Element loop) {
    into(loop, "from", "feeds");
    outOf(loop, "into", "feeds");
  }

  private void into(Element element, String key, String verb) {
    element.refs(key).forEach(from -> flow(from, element.id(), verb, element));
  }

  private void outOf(Element element, String key, String verb) {
    element.refs(key).forEach(to -> flow(element.id(), to, verb, element));
  }

  private void flow(String from, String to, String verb, Element declaring) {
    boolean rises = standing.of(from).compareTo(standing.of(to)) < 0;
    flows.add(new DataFlow(from, to, verb, declaring.id(), rises));
  }

  private boolean is(String id, ElementKind kind) {
    return system.element(id).filter(element -> element.kind() == kind).isPresent();
  }
}
