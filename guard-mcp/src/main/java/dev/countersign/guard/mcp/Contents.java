package dev.countersign.guard.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The texts that a model reads of what a server returned; images and sounds have none. */
final class Contents {
  private static final JsonMapper JSON = new JsonMapper();

  private Contents() {}

  static List<String> of(CallToolResult result) {
    List<String> texts = new ArrayList<>();
    if (result.content() != null) {
      result.content().forEach(content -> add(content, texts));
    }
    if (result.structuredContent() != null) {
      texts.add(JSON.writeValueAsString(result.structuredContent()));
    }
    return texts;
  }

  static List<String> of(ReadResourceResult result) {
    List<String> texts = new ArrayList<>();
    result.contents().forEach(contents -> add(contents, texts));
    return texts;
  }

  static List<String> of(GetPromptResult result) {
    List<String> texts = new ArrayList<>();
    result.messages().stream().map(PromptMessage::content).forEach(content -> add(content, texts));
    return texts;
  }

  private static void add(Content content, List<String> texts) {
    if (content instanceof TextContent text) {
      texts.add(text.text());
    } else if (content instanceof EmbeddedResource embedded) {
      add(embedded.resource(), texts);
    } else if (content instanceof ResourceLink link) {
      said(link.uri(), link.name(), link.title(), link.description()).forEach(texts::add);
    }
  }

  private static void add(ResourceContents contents, List<String> texts) {
    texts.add(contents.uri());
    if (contents instanceof TextResourceContents text) {
      texts.add(text.text());
    }
  }

  private static Stream<String> said(@Nullable String... texts) {
    return Stream.of(texts).flatMap(Stream::ofNullable);
  }
}
