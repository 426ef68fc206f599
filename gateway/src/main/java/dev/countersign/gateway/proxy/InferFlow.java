package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Elsewhere;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Gate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An inference of the Open Inference Protocol: its inputs are checked, then its outputs. */
final class InferFlow {
  private final Flow flow;

  InferFlow(Flow flow) {
    this.flow = flow;
  }

  void run(Upstream upstream) throws Refused, UpstreamFailed, InterruptedException {
    GateSet gates = flow.to(upstream);
    ObjectNode asked = flow.json();
    InferGates checks = new InferGates(gates, flow.exchange, flow.shared.log());
    if (checks.readInputs()) {
      inputs(checks, asked);
    }
    if (checks.checkOutputs()) {
      requireOutputsHere(asked);
    }
    Answer answer = flow.ask(upstream);
    if (!(answer.body() instanceof Answer.Body.Whole(byte[] bytes))) {
      throw new Refused(Refusal.UNREADABLE);
    }
    if (!answer.isSuccess()) {
      flow.pass(answer, bytes);
      return;
    }
    outputs(checks, gates, answer, bytes);
  }

  private static void inputs(InferGates checks, ObjectNode asked) throws Refused {
    List<Tensor> inputs;
    try {
      inputs = Tensor.read(asked, "inputs");
    } catch (Malformed wrong) {
      if (checks.checkInputs()) {
        throw Flow.malformed(wrong);
      }
      return;
    }
    checks.inputs(inputs);
  }

  private static void requireOutputsHere(ObjectNode asked) throws Refused {
    try {
      Elsewhere.refuse(asked.path("outputs"));
    } catch (Malformed wrong) {
      throw Flow.malformed(wrong);
    }
  }

  private void outputs(InferGates checks, GateSet gates, Answer answer, byte[] bytes)
      throws Refused {
    if (!checks.readOutputs()) {
      flow.pass(answer, bytes);
      return;
    }
    List<Tensor> outputs;
    try {
      outputs = Tensor.read(flow.readable(answer, bytes), "outputs");
    } catch (Malformed | Refused wrong) {
      if (checks.checkOutputs()) {
        flow.unreadable(Gate.OUTPUT, gates, answer, bytes, new Refused(Refusal.UNREADABLE));
      } else {
        flow.pass(answer, bytes);
      }
      return;
    }
    checks.outputs(outputs);
    flow.pass(answer, bytes);
  }
}
