package dev.countersign.derive.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A side of an element on which influence arrives or from which something can be seen. Rules name
 * ports by their word: {@code influencers(model, 'training')}.
 */
public enum Port {
  /** Any way at all. */
  WHOLE,
  /** Dataset: its items. */
  ITEMS,
  /** Dataset: its labels. */
  LABELS,
  /** Dataset: what feedback loops bring into it. */
  FEEDBACK,
  /** Model: what its weights are learnt from. */
  TRAINING,
  /** Model: its artefact. */
  WEIGHTS,
  /** Model or component: what is put before it in a request, by call or by channel. */
  INPUT,
  /**
   * Component: requests by people who may call it, without what arrives by itself or by programs.
   */
  CALLS,
  /** Component: what it adds to a request: documents, tool results, prompts. */
  CONTEXT,
  /** Component: its instructions, approvals and tools. */
  CONFIGURATION,
  /** Tool: what it returns. */
  CONTENT,
  /** Tool or MCP server: who makes it. */
  SUPPLY,
  /** Model, observed: its answers. */
  ANSWERS,
  /** Model, observed: the file itself. */
  ARTEFACT,
  /** Dataset, observed: where it is kept. */
  STORED,
  /** Dataset, observed: through models that learnt from it. */
  LEARNT;

  /** The word in rules. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The port of that word. */
  public static Optional<Port> of(String word) {
    return Arrays.stream(values()).filter(port -> port.word().equals(word)).findFirst();
  }
}
