package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The gates before and behind an inference, whatever its tensors came by. */
public final class InferGates {
  private static final int LOGGED = 16;
  private static final double ROUNDED = 1e4;

  private final GateSet gates;
  private final Exchange exchange;

  /** For one request. */
  public InferGates(GateSet gates, Exchange exchange) {
    this.gates = gates;
    this.exchange = exchange;
  }

  /** Whether a gate reads what is sent. */
  public boolean readInputs() {
    return gates.inputs().isPresent() || gates.prompts().isPresent();
  }

  /** Whether a gate reads what is answered. */
  public boolean readOutputs() {
    return gates.numbers().isPresent();
  }

  /**
   * The input gate for all tensors, and the prompt gate for the texts among them.
   *
   * @throws Refused if a gate rejects them
   */
  public void inputs(List<Tensor> inputs) throws Refused {
    if (gates.inputs().isPresent()) {
      Checks.Inputs gate = gates.inputs().get();
      refuse(
          exchange.ask(Gate.INPUT, gates, deadline -> gate.check(inputs, deadline)), Refusal.INPUT);
    }
    List<String> texts = gates.prompts().isPresent() ? texts(inputs) : List.of();
    if (!texts.isEmpty()) {
      Checks.Prompts gate = gates.prompts().get();
      refuse(
          exchange.ask(Gate.PROMPT, gates, deadline -> gate.check(texts, deadline)), Refusal.INPUT);
    }
  }

  private static List<String> texts(List<Tensor> inputs) {
    List<String> texts = new ArrayList<>();
    for (Tensor input : inputs) {
      if (input.isText()) {
        input.data().forEach(text -> texts.add(text.asString()));
      }
    }
    return texts;
  }

  /**
   * The output gate; then the log is told the result in short.
   *
   * @throws Refused if the gate rejects them
   */
  public void outputs(List<Tensor> outputs) throws Refused {
    if (gates.numbers().isPresent()) {
      Checks.Numbers gate = gates.numbers().get();
      refuse(
          exchange.ask(Gate.OUTPUT, gates, deadline -> gate.check(outputs, deadline)),
          Refusal.OUTPUT);
    }
    exchange.result = Optional.of(result(outputs));
  }

  private static void refuse(Finding finding, Refusal refusal) throws Refused {
    if (finding.rejects()) {
      throw new Refused(refusal);
    }
  }

  /** The first numbers of each output, rounded: what drift is seen by. */
  private static ObjectNode result(List<Tensor> outputs) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (Tensor output : outputs.subList(0, Math.min(LOGGED, outputs.size()))) {
      ArrayNode values = result.putArray(output.name());
      for (JsonNode value : output.data().subList(0, Math.min(LOGGED, output.data().size()))) {
        if (value.isIntegralNumber() || value.isBoolean()) {
          values.add(value);
        } else if (value.isNumber() && Double.isFinite(value.asDouble())) {
          values.add(Math.round(value.asDouble() * ROUNDED) / ROUNDED);
        }
      }
    }
    return result;
  }
}
