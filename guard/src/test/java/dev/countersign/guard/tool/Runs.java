package dev.countersign.guard.tool;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Short forms for tests of the gate. */
final class Runs {
  private static final JsonMapper JSON = new JsonMapper();

  private Runs() {}

  /** A call with arguments in JSON, in which single quotes stand for double ones. */
  static ToolCall call(String tool, String arguments) {
    return new ToolCall(tool, (ObjectNode) JSON.readTree(arguments.replace('\'', '"')));
  }

  static ToolCall call(String tool) {
    return call(tool, "{}");
  }
}
