package dev.countersign.gateway.proxy;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.log.InferenceLog;
import dev.countersign.gateway.log.Rows;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Gate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The gates before and behind an inference, whatever its tensors came by. */
public final class InferGates {
  private static final int LOGGED = 16;
  private static final int MOST_LOGGED = 4096;

  private final GateSet gates;
  private final Exchange exchange;
  private final InferenceLog log;

  /** For one request. */
  public InferGates(GateSet gates, Exchange exchange, InferenceLog log) {
    this.gates = gates;
    this.exchange = exchange;
    this.log = log;
  }

  /** Whether anybody reads what is sent. */
  public boolean readInputs() {
    return checkInputs() || log.keepsFeatures();
  }

  /** Whether a gate does, so that it must be readable. */
  public boolean checkInputs() {
    return gates.inputs().isPresent() || gates.prompts().isPresent();
  }

  /** Whether anybody reads what is answered. */
  public boolean readOutputs() {
    return checkOutputs() || log.isOn();
  }

  /** Whether a gate does, so that it must be readable. */
  public boolean checkOutputs() {
    return gates.numbers().isPresent();
  }

  /**
   * Tells the log the rows; then the input gate for all tensors, and the prompt gate for the texts
   * among them.
   *
   * @throws Refused if a gate rejects them
   */
  public void inputs(List<Tensor> inputs) throws Refused {
    if (log.keepsFeatures()) {
      exchange.rows = Rows.of(inOrder(inputs));
    }
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

  private List<Optional<Tensor>> inOrder(List<Tensor> inputs) {
    return gates
        .inputs()
        .map(gate -> gate.inOrder(inputs))
        .orElseGet(() -> inputs.stream().map(Optional::of).toList());
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
    if (log.isOn()) {
      exchange.outputs = Optional.of(kept(outputs));
    }
  }

  private static void refuse(Finding finding, Refusal refusal) throws Refused {
    if (finding.rejects()) {
      throw new Refused(refusal);
    }
  }

  /** The first elements of each output; where rows are logged, those of all of these rows. */
  private Map<String, List<JsonNode>> kept(List<Tensor> outputs) {
    Map<String, List<JsonNode>> kept = new LinkedHashMap<>();
    for (Tensor output : outputs.subList(0, Math.min(LOGGED, outputs.size()))) {
      int most = Math.min(output.data().size(), log.keepsFeatures() ? ofRows(output) : LOGGED);
      kept.put(output.name(), List.copyOf(output.data().subList(0, most)));
    }
    return kept;
  }

  private int ofRows(Tensor output) {
    return exchange
        .rows
        .filter(asked -> asked.total() == output.rows())
        .map(asked -> Math.min(MOST_LOGGED, asked.kept() * output.width()))
        .orElse(MOST_LOGGED);
  }
}
