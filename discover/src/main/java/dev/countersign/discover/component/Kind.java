package dev.countersign.discover.component;

import java.util.Locale;

/** The kinds of components, in the order in which they are listed. */
public enum Kind {
  /** A model that somebody else runs behind an API. */
  HOSTED_MODEL("hosted models"),
  /** A host of models that code talks to, whichever of its models. */
  HOSTED_SERVICE("services of hosted models"),
  /** A model whose weights come from a public hub. */
  HUB_MODEL("models from hubs"),
  /** A model artefact. */
  MODEL_FILE("model files"),
  /** Code that trains or tunes. */
  TRAINING("training code"),
  /** A server that runs models. */
  SERVER("inference servers"),
  /** A program that lets a model decide what to do next. */
  AGENT("agents"),
  /** Something that a model can call. */
  TOOL("tools"),
  /** A server of the Model Context Protocol. */
  MCP_SERVER("MCP servers"),
  /** Text given to a model as instructions. */
  PROMPT("prompts"),
  /** Instructions for an agent that works on the repository. */
  CODING_AGENT("instructions for coding agents"),
  /** What survives a turn or a session. */
  MEMORY("memories"),
  /** Where embeddings are kept. */
  VECTOR_STORE("vector stores"),
  /** Where versions of models are kept, and notebooks served. */
  PLATFORM("registries and platforms"),
  /** Data that models learn from or look up. */
  DATASET("datasets"),
  /** A notebook. */
  NOTEBOOK("notebooks"),
  /** A library for machine learning. */
  LIBRARY("libraries");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** What several of them are called. */
  public String title() {
    return title;
  }

  /** The word in JSON and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
