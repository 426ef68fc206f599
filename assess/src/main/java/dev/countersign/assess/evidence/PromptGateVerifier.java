package dev.countersign.assess.evidence;

import dev.countersign.guard.Gate;

/** Evidence of kind {@code prompt-gate}. */
public final class PromptGateVerifier extends GateVerifier {
  /** Made by {@link java.util.ServiceLoader}. */
  public PromptGateVerifier() {
    super(Gate.PROMPT);
  }
}
