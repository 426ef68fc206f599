package dev.countersign.discover;

/** What a finding is about. */
public enum What {
  /** The name of a project or what it says it does. */
  PROJECT,
  /** A folder that is built, installed or deployed as one: it holds a manifest. */
  UNIT,
  /** A library that a manifest asks for. */
  LIBRARY,
  /** A library that code imports. */
  IMPORT,
  /** A model artefact among the files. */
  MODEL_FILE,
  /** Data among the files: one file, or all of one type in a folder. */
  DATA_FILES,
  /** A model that somebody else runs behind an API. */
  HOSTED_MODEL,
  /** A model whose weights come from a public hub. */
  HUB_MODEL,
  /** A published dataset. */
  PUBLIC_DATASET,
  /** Code that reads a data file. */
  READS_DATA,
  /** Code that loads a model artefact. */
  LOADS_MODEL,
  /** Code that writes a model artefact. */
  SAVES_MODEL,
  /** Code that makes a model of its own: an estimator or a network. */
  ESTIMATOR,
  /** Code that trains or tunes. */
  TRAINING,
  /** Code that answers requests: a route or a page. */
  ROUTE,
  /** Text given to a model as instructions. */
  PROMPT,
  /** Something that a model can call. */
  TOOL,
  /** A server of the Model Context Protocol that is used. */
  MCP_SERVER,
  /** A server of the Model Context Protocol that the code itself is. */
  MCP_OFFERED,
  /** A program that lets a model decide what to do next. */
  AGENT,
  /** A notebook. */
  NOTEBOOK,
  /** Instructions for an agent that works on the repository. */
  AGENT_INSTRUCTIONS,
  /** A service that is deployed: a container, a pod, a scheduled job. */
  SERVICE,
  /** Where models, data or documents are kept. */
  STORE,
  /** State that survives a turn or a session. */
  MEMORY,
  /** A fact about the code around a model: limits, keys, rendering. */
  TRAIT
}
