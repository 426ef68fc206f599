package dev.countersign.knowledge.rules;

import dev.countersign.model.ElementKind;
import java.util.List;

/**
 * A field that rules can read besides the keys of the language. It follows from the whole file and
 * is therefore always known, unless it rests on a fact that is not.
 *
 * @param of the kind of element that has it
 * @param name as in CEL
 * @param result what it gives
 * @param meaning for the reference
 */
public record Relation(ElementKind of, String name, Result result, String meaning) {

  /** What a relation gives. */
  public sealed interface Result {
    /** Yes or no. */
    record Truth() implements Result {}

    /** Elements of one kind. */
    record Elements(ElementKind kind) implements Result {}
  }

  /** Every relation there is. */
  public static final List<Relation> ALL =
      List.of(
          many(ElementKind.DATASET, "trains", ElementKind.MODEL, "models trained on it"),
          many(ElementKind.DATASET, "derives", ElementKind.DATASET, "datasets made from it"),
          many(ElementKind.MODEL, "served_by", ElementKind.COMPONENT, "components that run it"),
          many(ElementKind.MODEL, "decides", ElementKind.DECISION, "decisions that rest on it"),
          many(ElementKind.MODEL, "builds", ElementKind.MODEL, "models built on it"),
          many(ElementKind.MODEL, "outputs", ElementKind.OUTPUT, "outputs declared of it"),
          truth(ElementKind.MODEL, "generative", "whether its task is generation"),
          many(ElementKind.COMPONENT, "decides", ElementKind.DECISION, "decisions by it"),
          many(ElementKind.COMPONENT, "calls", ElementKind.COMPONENT, "components it calls"),
          many(ElementKind.COMPONENT, "outputs", ElementKind.OUTPUT, "outputs declared of it"),
          truth(ElementKind.COMPONENT, "generative", "whether it runs a generative model"),
          truth(ElementKind.COMPONENT, "agent", "whether its model can call at least one tool"),
          many(ElementKind.PROMPT, "given_by", ElementKind.COMPONENT, "components that give it"),
          many(ElementKind.CORPUS, "retrieved_by", ElementKind.COMPONENT, "who searches it"),
          many(ElementKind.MEMORY, "remembered_by", ElementKind.COMPONENT, "who keeps it"),
          many(ElementKind.TOOL, "used_by", ElementKind.COMPONENT, "whose model can call it"),
          many(ElementKind.CHANNEL, "read_by", ElementKind.COMPONENT, "who reads it"),
          many(ElementKind.MCP_SERVER, "offers", ElementKind.TOOL, "tools it offers"),
          many(ElementKind.MCP_SERVER, "used_by", ElementKind.COMPONENT, "who uses its tools"),
          many(ElementKind.STORE, "models", ElementKind.MODEL, "models kept in it"),
          many(ElementKind.STORE, "datasets", ElementKind.DATASET, "datasets kept in it"),
          many(ElementKind.STORE, "corpora", ElementKind.CORPUS, "corpora kept in it"),
          many(ElementKind.ZONE, "components", ElementKind.COMPONENT, "components in it"),
          many(ElementKind.ZONE, "stores", ElementKind.STORE, "stores in it"),
          many(ElementKind.DECISION, "models", ElementKind.MODEL, "models that it rests on"),
          many(
              ElementKind.FEEDBACK_LOOP, "models", ElementKind.MODEL, "models that learn from it"));

  private static Relation many(ElementKind of, String name, ElementKind kind, String meaning) {
    return new Relation(of, name, new Result.Elements(kind), meaning);
  }

  private static Relation truth(ElementKind of, String name, String meaning) {
    return new Relation(of, name, new Result.Truth(), meaning);
  }
}
