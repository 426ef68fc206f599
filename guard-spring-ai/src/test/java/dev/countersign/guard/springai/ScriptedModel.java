package dev.countersign.guard.springai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** A model that says what it was told to, and keeps what it was shown last. */
final class ScriptedModel implements ChatModel {
  private final Deque<AssistantMessage> script = new ArrayDeque<>();
  private List<Message> shown = List.of();
  private int asked;

  /** It will ask for tools, all in one answer: names and arguments in turn. */
  ScriptedModel calls(String... namesAndArguments) {
    List<AssistantMessage.ToolCall> calls = new ArrayList<>();
    for (int i = 0; i < namesAndArguments.length; i += 2) {
      calls.add(
          new AssistantMessage.ToolCall(
              "id" + script.size() + "-" + i,
              "function",
              namesAndArguments[i],
              namesAndArguments[i + 1]));
    }
    script.add(AssistantMessage.builder().content("").toolCalls(calls).build());
    return this;
  }

  /** It will say something. */
  ScriptedModel says(String text) {
    script.add(new AssistantMessage(text));
    return this;
  }

  /** What it was told of the results of its last calls. */
  List<String> results() {
    return ((ToolResponseMessage) shown.get(shown.size() - 1))
        .getResponses().stream().map(ToolResponseMessage.ToolResponse::responseData).toList();
  }

  /** What it was shown last. */
  List<Message> shown() {
    return shown;
  }

  /** How many times it was asked. */
  int asked() {
    return asked;
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    asked++;
    shown = List.copyOf(prompt.getInstructions());
    return response(script.pop());
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    asked++;
    shown = List.copyOf(prompt.getInstructions());
    AssistantMessage answer = script.pop();
    return answer.hasToolCalls()
        ? Flux.just(response(answer))
        : Flux.fromArray(Objects.requireNonNull(answer.getText()).split("(?<= )"))
            .map(word -> response(new AssistantMessage(word)));
  }

  private static ChatResponse response(AssistantMessage answer) {
    return new ChatResponse(List.of(new Generation(answer)));
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().build();
  }
}
