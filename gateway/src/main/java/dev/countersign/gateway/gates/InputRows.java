package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.wire.Tensor;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.input.Input;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.input.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * The input gate before inferences. Tensors of one column each that are called as the features are
 * go by name; others by order, one after the other.
 */
final class InputRows implements Checks.Inputs {
  private static final Optional<Tensor> NONE = Optional.empty();

  private final InputGate gate;
  private final Action action;
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean[] numeric;
  private final Queue<Input> idle = new ConcurrentLinkedQueue<>();

  InputRows(InputGate gate, Action action) {
    this.gate = gate;
    this.action = action;
    this.numeric = gate.numeric();
    gate.features().forEach(name -> places.put(name, places.size()));
  }

  @Override
  public Finding check(List<Tensor> inputs, Deadline deadline) {
    int rows = inputs.isEmpty() ? 0 : inputs.getFirst().rows();
    List<Integer> columns = columns(inputs);
    if (columns.isEmpty() || inputs.stream().anyMatch(tensor -> tensor.rows() != rows)) {
      return action.of(
          Finding.of(
              Gate.INPUT, Decision.REJECT, "the tensors are not the features of the profile"));
    }
    Input input = idle.poll();
    Input used = input == null ? gate.input() : input;
    try {
      return action.of(check(inputs, columns, rows, used, deadline));
    } finally {
      idle.add(used);
    }
  }

  private Finding check(
      List<Tensor> inputs, List<Integer> columns, int rows, Input input, Deadline deadline) {
    Finding worst = Finding.accepted(Gate.INPUT);
    for (int row = 0; row < rows; row++) {
      fill(inputs, columns, row, input.clear());
      Decision decision = gate.decide(input, deadline);
      if (row == 0 || isWorse(decision, input.pValue(), worst)) {
        worst = finding(decision, input);
      }
    }
    return worst;
  }

  private static boolean isWorse(Decision decision, double pValue, Finding worst) {
    int order = decision.compareTo(worst.decision());
    return order > 0 || (order == 0 && pValue < worst.pValue().orElse(1));
  }

  private static Finding finding(Decision decision, Input input) {
    OptionalDouble p =
        Double.isNaN(input.pValue()) ? OptionalDouble.empty() : OptionalDouble.of(input.pValue());
    return new Finding(
        Gate.INPUT, decision, p, decision == Decision.ACCEPT ? List.of() : reasons(input));
  }

  /** What is wrong with which feature; what it had is content and stays out of the log. */
  private static List<String> reasons(Input input) {
    List<String> reasons = new ArrayList<>();
    for (Reason reason : input.verdict().reasons()) {
      reasons.add((reason.kind().word() + " " + reason.feature()).strip());
    }
    return reasons;
  }

  private void fill(List<Tensor> inputs, List<Integer> columns, int row, Input input) {
    int next = 0;
    for (Tensor tensor : inputs) {
      for (int i = 0; i < tensor.width(); i++) {
        set(input, columns.get(next++), tensor.at(row, i));
      }
    }
  }

  private void set(Input input, int column, JsonNode value) {
    if (value.isNull()) {
      input.missing(column);
    } else if (value.isNumber() && numeric[column]) {
      input.number(column, value.asDouble());
    } else if (value.isBoolean() && numeric[column]) {
      input.number(column, value.asBoolean() ? 1 : 0);
    } else {
      input.category(column, value.asString());
    }
  }

  private boolean goByName(List<Tensor> inputs) {
    return inputs.stream().allMatch(one -> one.width() == 1 && places.containsKey(one.name()));
  }

  @Override
  public List<Optional<Tensor>> inOrder(List<Tensor> inputs) {
    if (!goByName(inputs)) {
      return Checks.Inputs.super.inOrder(inputs);
    }
    List<Optional<Tensor>> ordered = new ArrayList<>(Collections.nCopies(numeric.length, NONE));
    inputs.forEach(one -> ordered.set(places.getOrDefault(one.name(), 0), Optional.of(one)));
    return ordered;
  }

  /** Which feature each column of the tensors is; empty where they do not fit. */
  private List<Integer> columns(List<Tensor> inputs) {
    List<Integer> columns = new ArrayList<>();
    boolean named = goByName(inputs);
    for (Tensor tensor : inputs) {
      for (int i = 0; i < tensor.width() && columns.size() <= numeric.length; i++) {
        columns.add(named ? places.getOrDefault(tensor.name(), 0) : columns.size());
      }
    }
    boolean fits =
        named
            ? columns.stream().distinct().count() == columns.size()
            : columns.size() == numeric.length;
    return fits ? columns : List.of();
  }
}
