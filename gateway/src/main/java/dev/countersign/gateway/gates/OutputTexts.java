package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.TextStream;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.CheckedStream;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The output gate behind language models. */
final class OutputTexts implements Checks.Texts {
  private final OutputGate gate;
  private final Destination destination;
  private final Action action;

  OutputTexts(OutputGate gate, Destination destination, Action action) {
    this.gate = gate;
    this.destination = destination;
    this.action = action;
  }

  @Override
  public Finding check(String text, Deadline deadline) {
    Checked checked = gate.check(text, destination, deadline);
    return action.of(finding(checked.decision(), checked.findings()));
  }

  static Finding finding(
      Decision decision, List<dev.countersign.guard.output.finding.Finding> found) {
    return new Finding(
        Gate.OUTPUT,
        decision,
        OptionalDouble.empty(),
        found.stream().map(one -> one.rule()).distinct().toList());
  }

  @Override
  public TextStream stream() {
    // Where a rejection is only flagged, nothing may be held back by the gate.
    return action.most() == Decision.REJECT
        ? new Checking(gate.stream(destination))
        : new Watching(gate.stream(destination));
  }

  /** Releases what is decided. A stream takes as long as the model takes, so it has no deadline. */
  private static final class Checking implements TextStream {
    private final CheckedStream stream;

    Checking(CheckedStream stream) {
      this.stream = stream;
    }

    @Override
    public Released push(String part, Deadline deadline) {
      return released(stream.feed(part));
    }

    @Override
    public Released end(Deadline deadline) {
      Checked checked = stream.finish();
      dev.countersign.guard.output.Released rest = stream.rest();
      return new Released(
          rest.text(), Optional.of(finding(checked.decision(), checked.findings())));
    }

    private static Released released(dev.countersign.guard.output.Released released) {
      return new Released(
          released.text(),
          released.findings().isEmpty()
              ? Optional.empty()
              : Optional.of(finding(released.decision(), released.findings())));
    }
  }

  /** Lets everything through at once, and says at the end what was found. */
  private final class Watching implements TextStream {
    private final CheckedStream stream;

    Watching(CheckedStream stream) {
      this.stream = stream;
    }

    @Override
    public Released push(String part, Deadline deadline) {
      stream.feed(part);
      return new Released(part, Optional.empty());
    }

    @Override
    public Released end(Deadline deadline) {
      Checked checked = stream.finish();
      return new Released(
          "", Optional.of(action.of(finding(checked.decision(), checked.findings()))));
    }
  }
}
