package dev.countersign.guard.tool;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that an agent is about to make.
 *
 * @param name of the tool
 * @param arguments by name
 */
public record ToolCall(String name, ObjectNode arguments) {
  /** The names of the arguments, sorted. */
  public Set<String> names() {
    return new TreeSet<>(arguments.propertyNames());
  }
}
