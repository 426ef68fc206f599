package dev.countersign.guard.output.value;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.output.policy.DestinationPolicy;
import java.util.Optional;

/** Checks whole values. */
public final class ValueCheck {
  private ValueCheck() {}

  /** Looks at a value for a destination that takes values; any other has nothing here. */
  public static void check(
      String text, Destination destination, DestinationPolicy policy, Findings out) {
    switch (destination) {
      case JSON -> json(text, policy, out);
      case SQL -> new SqlCheck(text, policy.tables(), out).check();
      case SQL_VALUE -> new SqlValueCheck(text, out).check();
      case SHELL -> new ShellArgument(text, out).check();
      case SHELL_COMMAND -> new ShellCheck(text, policy.commands(), out, 0).check();
      case PATH -> new PathCheck(text, out).check();
      case CELL -> new CellCheck(text, out).check();
      case NUMBERS -> new NumbersCheck(text, policy.numbers(), out).check();
      default -> {}
    }
  }

  private static void json(String text, DestinationPolicy policy, Findings out) {
    Optional<JsonValue> value = Json.parse(text, out);
    if (value.isPresent() && policy.schema().isPresent()) {
      new JsonShape(out).check(value.get(), policy.schema().get(), "");
    }
  }
}
