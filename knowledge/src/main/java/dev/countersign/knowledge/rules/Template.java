package dev.countersign.knowledge.rules;

import java.util.List;

/**
 * A sentence with values of the system in it: {@code "{dataset} is open to {names(…)}."}.
 *
 * @param parts in order
 */
public record Template(List<Part> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** A piece of a sentence. */
  public sealed interface Part {
    /** Text as it is. */
    record Literal(String text) implements Part {}

    /** The value of an expression. */
    record Value(CompiledExpression expression) implements Part {}
  }
}
