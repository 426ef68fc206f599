package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Rule;
import dev.countersign.inspect.text.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Operators of TensorFlow that reach beyond their graph. */
public final class Operators {
  private static final Map<String, String> KINDS =
      WordList.lines(Operators.class, "operators.txt").stream()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[1], words -> words[0]));

  private Operators() {}

  /** The rule that an operator breaks by being there; empty for one that stays in its graph. */
  public static Optional<Rule> judge(String operator) {
    return Optional.ofNullable(KINDS.get(operator)).map(Operators::rule);
  }

  private static Rule rule(String kind) {
    return switch (kind) {
      case "python" -> TensorflowRules.PYTHON;
      case "file" -> TensorflowRules.FILE;
      case "network" -> TensorflowRules.NETWORK;
      case "program" -> TensorflowRules.PROGRAM;
      case "data" -> TensorflowRules.DATA;
      default -> throw new IllegalStateException(kind);
    };
  }
}
