package dev.countersign.guard.tool;

import dev.countersign.guard.tool.policy.Budget;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What one run has used of its budgets. */
final class Usage {
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> same = new HashMap<>();
  private final Map<String, BigDecimal> spent = new HashMap<>();

  /** What one more call would exceed, in words. */
  Optional<String> exceeded(ToolCall call, Budget budget) {
    int made = calls.getOrDefault(call.name(), 0);
    if (budget.calls() > 0 && made >= budget.calls()) {
      return Optional.of("it may be called " + times(budget.calls()) + " in one run");
    }
    int alike = same.getOrDefault(key(call), 0);
    if (budget.same() > 0 && alike >= budget.same()) {
      return Optional.of(
          "it may be called " + times(budget.same()) + " with the same arguments in one run");
    }
    return budget.spend().flatMap(argument -> overspent(call, budget, argument));
  }

  private Optional<String> overspent(ToolCall call, Budget budget, String argument) {
    Optional<BigDecimal> amount = amount(call, argument);
    if (amount.isEmpty()) {
      return Optional.of("its " + argument + " is no amount, so what is spent cannot be counted");
    }
    BigDecimal sum = spent.getOrDefault(call.name(), BigDecimal.ZERO).add(amount.get());
    return sum.compareTo(budget.most()) > 0
        ? Optional.of(
            "the %s of all its calls in one run may be %s at most, and would be %s"
                .formatted(argument, budget.most().toPlainString(), sum.toPlainString()))
        : Optional.empty();
  }

  /** A call was allowed. */
  void count(ToolCall call, Budget budget) {
    calls.merge(call.name(), 1, Integer::sum);
    if (budget.same() > 0) {
      same.merge(key(call), 1, Integer::sum);
    }
    budget
        .spend()
        .flatMap(argument -> amount(call, argument))
        .ifPresent(amount -> spent.merge(call.name(), amount, BigDecimal::add));
  }

  private static String times(int n) {
    return n == 1 ? "once" : n + " times";
  }

  private static String key(ToolCall call) {
    return call.name() + " " + call.arguments();
  }

  /** An amount of at least nothing: a negative one would make room for others. */
  private static Optional<BigDecimal> amount(ToolCall call, String argument) {
    JsonNode value = call.arguments().path(argument);
    if (!value.isNumber() && !value.isString()) {
      return Optional.empty();
    }
    return Amounts.of(value.asString()).filter(amount -> amount.signum() >= 0);
  }
}
