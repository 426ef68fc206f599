package dev.countersign.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The gates that there are. A control, a kind of evidence and a profile have the same word. */
public enum Gate {
  /** For features, embeddings, and images as embeddings. */
  INPUT,
  /** For text on its way to a model. */
  PROMPT,
  /** For what a model says, on its way to wherever it goes. */
  OUTPUT,
  /** For what an agent is about to do. */
  TOOL;

  /** The word everywhere: {@code input-gate}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT) + "-gate";
  }

  /** The gate of that word. */
  public static Optional<Gate> of(String word) {
    return Stream.of(values()).filter(gate -> gate.word().equals(word)).findFirst();
  }
}
