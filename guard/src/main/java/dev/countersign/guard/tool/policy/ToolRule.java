package dev.countersign.guard.tool.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What holds for one tool.
 *
 * @param effect what a call does
 * @param asked whether the user's request must speak of what the tool does, once the model has seen
 *     text of lower trust; {@code false} for a tool that only completes what was decided before
 * @param endorsable whether a person may endorse what the rule refuses; otherwise it is denied
 * @param when must be true of the arguments of every call
 * @param arguments by name
 * @param others of arguments that are not named
 * @param result who writes what it returns
 * @param budget how often and how much in one run
 * @param described whether a person described the tool
 */
public record ToolRule(
    Effect effect,
    boolean asked,
    boolean endorsable,
    Optional<Condition> when,
    Map<String, ArgumentRule> arguments,
    Optional<ArgumentRule> others,
    ResultRule result,
    Budget budget,
    boolean described) {
  public ToolRule {
    arguments = Map.copyOf(arguments);
  }
}
