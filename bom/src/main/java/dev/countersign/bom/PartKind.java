package dev.countersign.bom;

import java.util.Locale;

/** What a part of a system is. */
public enum PartKind {
  /** A machine-learned model. */
  MODEL,
  /** Data that a model is trained, tuned or evaluated on. */
  DATASET,
  /** Documents that are searched at run time. */
  CORPUS,
  /** State that survives a turn or a session. */
  MEMORY,
  /** Instructions for a model. */
  PROMPT,
  /** Instructions or settings for an agent, such as the servers that it may call. */
  AGENT_CONFIGURATION,
  /** A library. */
  LIBRARY,
  /** A file that belongs to nothing else. */
  FILE;

  /** The word in output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
