package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.ToolCall;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** LangChain4j's requests as calls. */
final class Calls {
  private static final JsonMapper JSON = new JsonMapper();

  private Calls() {}

  /** What is no JSON object is one argument: it can be followed back as text. */
  static ToolCall of(ToolExecutionRequest request) {
    return new ToolCall(request.name(), arguments(request.arguments()));
  }

  private static ObjectNode arguments(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException noJson) {
      return JsonNodeFactory.instance.objectNode().put("arguments", text);
    }
    return JsonNodeFactory.instance.objectNode().put("arguments", text);
  }
}
