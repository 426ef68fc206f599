package dev.countersign.assess.evidence;

import dev.countersign.guard.Gate;

/** Evidence of kind {@code output-gate}. */
public final class OutputGateVerifier extends GateVerifier {
  /** Made by {@link java.util.ServiceLoader}. */
  public OutputGateVerifier() {
    super(Gate.OUTPUT);
  }
}
