package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.service.tool.ToolProviderRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the model has seen before a run. */
final class History {
  private final Conversation run;
  private final boolean usersAreUsers;
  private final Map<String, ToolCall> calls = new HashMap<>();

  private History(Conversation run, boolean usersAreUsers) {
    this.run = run;
    this.usersAreUsers = usersAreUsers;
  }

  /**
   * Tells it to a run.
   *
   * @param words the user's own words, where user messages hold more
   */
  static void tell(Conversation run, ToolProviderRequest request, Optional<String> words) {
    History history = new History(run, words.isEmpty());
    words.ifPresent(run::user);
    List<ChatMessage> messages = request.messages();
    if (messages != null) {
      messages.forEach(history::tell);
    }
    boolean held = messages != null && messages.contains(request.userMessage());
    if (!held && request.userMessage() != null) {
      history.tell(request.userMessage());
    }
  }

  private void tell(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      run.system(system.text());
    } else if (message instanceof UserMessage user) {
      user(text(user.contents()));
    } else if (message instanceof AiMessage answer) {
      answer.toolExecutionRequests().forEach(this::called);
    } else if (message instanceof ToolExecutionResultMessage result) {
      run.result(call(result), text(result.contents()));
    }
  }

  private void user(String text) {
    if (usersAreUsers) {
      run.user(text);
    } else {
      run.content("user-message", Trust.PUBLIC, Sensitivity.PUBLIC, text);
    }
  }

  private void called(ToolExecutionRequest request) {
    calls.put(String.valueOf(request.id()), Calls.of(request));
  }

  private ToolCall call(ToolExecutionResultMessage result) {
    ToolCall made = calls.get(String.valueOf(result.id()));
    return made != null
        ? made
        : new ToolCall(String.valueOf(result.toolName()), JsonNodeFactory.instance.objectNode());
  }

  private static String text(List<Content> contents) {
    return contents.stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }
}
