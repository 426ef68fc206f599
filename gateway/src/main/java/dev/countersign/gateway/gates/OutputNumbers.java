package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Gate;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import java.util.List;

/** The output gate behind predictive models: the numbers of each row, and texts one by one. */
final class OutputNumbers implements Checks.Numbers {
  private final OutputGate gate;
  private final Destination texts;
  private final Action action;

  OutputNumbers(OutputGate gate, Destination texts, Action action) {
    this.gate = gate;
    this.texts = texts;
    this.action = action;
  }

  @Override
  public Finding check(List<Tensor> outputs, Deadline deadline) {
    Finding worst = Finding.accepted(Gate.OUTPUT);
    for (Tensor output : outputs) {
      for (int row = 0; row < output.rows() && !worst.rejects(); row++) {
        Finding found = check(output, row, deadline);
        worst = found.decision().compareTo(worst.decision()) > 0 ? found : worst;
      }
    }
    return action.of(worst);
  }

  private Finding check(Tensor output, int row, Deadline deadline) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < output.width(); i++) {
      text.append(i == 0 ? "" : output.isText() ? "\n" : " ");
      text.append(output.at(row, i).asString());
    }
    Checked checked =
        gate.check(text.toString(), output.isText() ? texts : Destination.NUMBERS, deadline);
    return OutputTexts.finding(checked.decision(), checked.findings());
  }
}
