package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.ACTOR;
import static dev.countersign.model.ElementKind.CHANNEL;
import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.DATASET;
import static dev.countersign.model.ElementKind.FLOW;
import static dev.countersign.model.ElementKind.MCP_SERVER;
import static dev.countersign.model.ElementKind.MEMORY;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.OUTPUT;
import static dev.countersign.model.ElementKind.STORE;
import static dev.countersign.model.ElementKind.TOOL;
import static dev.countersign.model.language.Grammar.anyOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.word;
import static dev.countersign.model.language.Grammar.yesNo;

/** The keys of a flow. */
final class Flows {
  private Flows() {}

  /** What a flow can run between: whatever holds or moves something. */
  private static final KeyType ENDS =
      ref(
          ACTOR,
          COMPONENT,
          DATASET,
          MODEL,
          CHANNEL,
          CORPUS,
          MEMORY,
          TOOL,
          MCP_SERVER,
          STORE,
          OUTPUT);

  static final KindOfElement GRAMMAR =
      Grammar.of(FLOW, "Something that moves between two elements and that no other key says.")
          .required("from", ENDS, "Where it starts.")
          .required("to", ENDS, "Where it ends.")
          .key(
              "carries",
              anyOf(
                  word("data", "items or records"),
                  word("requests", "inputs for a model"),
                  word("outputs", "what a model returned"),
                  word("weights", "a model artefact"),
                  word("instructions", "prompts or configuration"),
                  word("credentials", "keys or tokens")),
              "What moves.",
              "What moves along {id}?")
          .key(
              "protected",
              yesNo(),
              "Whether both ends are authenticated and the content cannot be read or changed on the way.",
              "Is {id} encrypted and authenticated at both ends?")
          .build();
}
