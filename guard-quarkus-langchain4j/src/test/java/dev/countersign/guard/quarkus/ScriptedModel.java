package dev.countersign.guard.quarkus;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A model that says what it was told to, and keeps what it was shown last. */
final class ScriptedModel implements ChatModel {
  static final ScriptedModel INSTANCE = new ScriptedModel();

  private final Deque<AiMessage> script = new ArrayDeque<>();
  private List<ChatMessage> shown = List.of();

  /** It will ask for a tool. */
  ScriptedModel calls(String tool, String arguments) {
    script.add(
        AiMessage.from(
            ToolExecutionRequest.builder()
                .id("id" + script.size())
                .name(tool)
                .arguments(arguments)
                .build()));
    return this;
  }

  /** It will say something. */
  ScriptedModel says(String text) {
    script.add(AiMessage.from(text));
    return this;
  }

  /** What it was told of its last call. */
  String result() {
    return ((ToolExecutionResultMessage) shown.get(shown.size() - 1)).text();
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    shown = List.copyOf(request.messages());
    return ChatResponse.builder().aiMessage(script.pop()).build();
  }
}
