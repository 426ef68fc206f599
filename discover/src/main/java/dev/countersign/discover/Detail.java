package dev.countersign.discover;

/**
 * What a finding can say besides its name. Values that the language of {@code countersign.yaml} has
 * a word for are that word.
 */
public enum Detail {
  /** What a model does: a word of the key {@code task}. */
  TASK,
  /** Where weights, data or software come from: a word of the key {@code origin}. */
  ORIGIN,
  /** Who makes, hosts or publishes it. */
  SUPPLIER,
  /** The format of an artefact. */
  FORMAT,
  /** What loading may do. */
  LOADER,
  /** How new versions arrive. */
  UPDATES,
  /** The type of a store. */
  STORE_TYPE,
  /** How an MCP server is reached. */
  TRANSPORT,
  /** What a tool call does. */
  EFFECT,
  /** How far a memory reaches. */
  SCOPE,
  /** How a component is reached. */
  INTERFACE,
  /** What makes a component run. */
  STARTS,
  /** What a dataset is used for. */
  ROLE,
  /** The role of a library: a word of {@code libraries.yaml}. */
  KIND,
  /** The library, server or product that is behind it. */
  PRODUCT,
  /** A path or pattern, relative to the root. */
  FILES,
  /** How many files a pattern stands for. */
  COUNT,
  /** The model that another is built on. */
  BASE,
  /** The folder, relative to the root, that a service is built from. */
  BUILT_FROM,
  /** The model that a service runs. */
  RUNS,
  /** The MCP server that offers a tool. */
  OFFERED_BY,
  /** What a project says that it does. */
  PURPOSE,
  /** A value of the key that the finding is named after. */
  VALUE
}
