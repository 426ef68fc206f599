package dev.countersign.guard.tool;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that an agent is about to make.
 *
 * @param name of the tool
 * @param arguments by name
 */
public record ToolCall(String name, ObjectNode arguments) {
  /**
   * A call with its arguments as models write them: the text of a JSON object. Blank text is no
   * arguments.
   *
   * @throws MalformedJson if the text is no JSON object, or one that can be read in two ways, such
   *     as one with a name twice: the tool might read the other one
   */
  public static ToolCall parse(String name, String arguments) throws MalformedJson {
    return new ToolCall(
        name,
        arguments.isBlank()
            ? JsonNodeFactory.instance.objectNode()
            : StrictJson.object(arguments.getBytes(StandardCharsets.UTF_8)));
  }

  /** The names of the arguments, sorted. */
  public Set<String> names() {
    return new TreeSet<>(arguments.propertyNames());
  }
}
