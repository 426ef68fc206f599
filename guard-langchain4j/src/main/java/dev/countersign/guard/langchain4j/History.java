package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Transcript;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the model has seen before a run. */
final class History {
  private final Conversation run;
  private final boolean usersAreUsers;
  private final Transcript past;

  private History(Conversation run, boolean usersAreUsers) {
    this.run = run;
    this.usersAreUsers = usersAreUsers;
    this.past = new Transcript(run);
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
      answered(result);
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
    past.called(
        String.valueOf(request.id()),
        request.name(),
        Objects.requireNonNullElse(request.arguments(), ""));
  }

  private void answered(ToolExecutionResultMessage result) {
    past.answered(
        String.valueOf(result.id()),
        Objects.requireNonNullElse(result.toolName(), ""),
        text(result.contents()));
  }

  private static String text(List<Content> contents) {
    return contents.stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }
}
