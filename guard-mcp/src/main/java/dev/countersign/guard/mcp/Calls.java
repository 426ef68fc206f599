package dev.countersign.guard.mcp;

import dev.countersign.guard.tool.GuardedRun.Attempt;
import dev.countersign.guard.tool.ToolCall;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SDK's requests as calls. */
final class Calls {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

  private Calls() {}

  /** The arguments as JSON. */
  static String arguments(CallToolRequest request) {
    return request.arguments() == null ? "{}" : JSON.writeValueAsString(request.arguments());
  }

  /** The request that is made: of what was checked, and not of what it was made from. */
  static CallToolRequest checked(CallToolRequest request, ToolCall call) {
    return new CallToolRequest(
        request.name(), JSON.convertValue(call.arguments(), MEMBERS), request.meta());
  }

  static CallToolResult refused(Attempt.Refused refused) {
    return CallToolResult.builder().addTextContent(refused.message()).isError(true).build();
  }
}
