package dev.countersign.guard.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The single values among the arguments of a call.
 *
 * @param argument the name of the argument
 * @param text the value as text
 * @param number whether it is a number, yes or no
 */
record Values(String argument, String text, boolean number) {
  private static final int MOST = 1_000;
  private static final int DEPTH = 32;
  private static final int CHARACTERS = 200_000;

  /** All of them; empty where there are more than can be followed back. */
  static Optional<List<Values>> of(ObjectNode arguments) {
    List<Values> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
      if (!add(argument.getKey(), argument.getValue(), 0, found)) {
        return Optional.empty();
      }
    }
    int characters = 0;
    for (Values value : found) {
      characters += value.text().length();
      if (characters > CHARACTERS) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static boolean add(String name, JsonNode value, int depth, List<Values> found) {
    if (depth > DEPTH || found.size() > MOST) {
      return false;
    }
    if (value.isContainer()) {
      for (JsonNode inner : value) {
        if (!add(name, inner, depth + 1, found)) {
          return false;
        }
      }
      return true;
    }
    if (!value.isNull()) {
      found.add(new Values(name, value.asString(), !value.isString()));
    }
    return true;
  }
}
