package dev.countersign.assess.evidence;

import dev.countersign.guard.Gate;

/** Evidence of kind {@code input-gate}. */
public final class InputGateVerifier extends GateVerifier {
  /** Made by {@link java.util.ServiceLoader}. */
  public InputGateVerifier() {
    super(Gate.INPUT);
  }
}
