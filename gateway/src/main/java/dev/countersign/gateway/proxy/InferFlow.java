package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.upstream.Answer;
import dev.countersign.gateway.upstream.Upstream;
import dev.countersign.gateway.upstream.UpstreamFailed;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Gate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An inference of the Open Inference Protocol: its inputs are checked, then its outputs. */
final class InferFlow {
  private static final int LOGGED = 16;
  private static final double ROUNDED = 1e4;

  private final Flow flow;

  InferFlow(Flow flow) {
    this.flow = flow;
  }

  void run(Upstream upstream) throws Refused, UpstreamFailed, InterruptedException {
    GateSet gates = flow.to(upstream);
    ObjectNode asked = flow.json();
    if (gates.inputs().isPresent()) {
      List<Tensor> inputs = inputs(asked);
      flow.refuse(
          flow.exchange.ask(
              Gate.INPUT, gates, deadline -> gates.inputs().get().check(inputs, deadline)),
          Refusal.INPUT);
    }
    Answer answer = flow.ask(upstream);
    if (!(answer.body() instanceof Answer.Body.Whole(byte[] bytes))) {
      throw new Refused(Refusal.UNREADABLE);
    }
    if (!answer.isSuccess()) {
      flow.pass(answer, bytes);
      return;
    }
    outputs(gates, answer, bytes);
  }

  private static List<Tensor> inputs(ObjectNode asked) throws Refused {
    try {
      return Tensor.read(asked, "inputs");
    } catch (Malformed wrong) {
      throw Flow.malformed(wrong);
    }
  }

  private void outputs(GateSet gates, Answer answer, byte[] bytes) throws Refused {
    boolean looked = gates.numbers().isPresent() || flow.shared.log().isOn();
    if (!looked) {
      flow.pass(answer, bytes);
      return;
    }
    List<Tensor> outputs;
    try {
      outputs = Tensor.read(flow.readable(answer, bytes), "outputs");
    } catch (Malformed | Refused wrong) {
      if (gates.numbers().isPresent()) {
        flow.unreadable(Gate.OUTPUT, gates, answer, bytes, new Refused(Refusal.UNREADABLE));
      } else {
        flow.pass(answer, bytes);
      }
      return;
    }
    if (gates.numbers().isPresent()) {
      flow.refuse(
          flow.exchange.ask(
              Gate.OUTPUT, gates, deadline -> gates.numbers().get().check(outputs, deadline)),
          Refusal.OUTPUT);
    }
    flow.exchange.result = Optional.of(result(outputs));
    flow.pass(answer, bytes);
  }

  /** The first numbers of each output, rounded: what drift is seen by. */
  private static ObjectNode result(List<Tensor> outputs) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Tensor output : outputs.subList(0, Math.min(LOGGED, outputs.size()))) {
      ArrayNode values = result.putArray(output.name());
      for (JsonNode value : output.data().subList(0, Math.min(LOGGED, output.data().size()))) {
        if (value.isIntegralNumber() || value.isBoolean()) {
          values.add(value);
        } else if (value.isNumber()) {
          values.add(Math.round(value.asDouble() * ROUNDED) / ROUNDED);
        }
      }
    }
    return result;
  }
}
