package dev.countersign.gateway;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import java.util.function.BiFunction;

/** Tools as the MCP Java SDK has them. */
final class SomeTool {
  private SomeTool() {}

  static SyncToolSpecification of(
      String name,
      String description,
      BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    return SyncToolSpecification.builder()
        .tool(Tool.builder(name, Map.of("type", "object")).description(description).build())
        .callHandler(handler)
        .build();
  }

  static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }
}
