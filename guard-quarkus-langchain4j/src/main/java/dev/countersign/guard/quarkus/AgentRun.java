package dev.countersign.guard.quarkus;

import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.Labelling;
import dev.countersign.guard.tool.ShownMessages;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One invocation of an AI service, and what of its prompts the gate has been told. */
final class AgentRun {
  private final GuardedRun run;
  private final ShownMessages shown;

  AgentRun(GuardedRun run, Labelling labelling) {
    this.run = run;
    this.shown = new ShownMessages(run.conversation(), labelling);
  }

  void system(SystemMessage message) {
    shown.system(message.text());
  }

  void user(String text) {
    shown.user(text);
  }

  /**
   * What the model is shown.
   *
   * @param own tells what the user said in earlier turns from what retrieval made of it
   */
  synchronized void seen(List<ChatMessage> prompt, Predicate<String> own) {
    shown.start();
    for (ChatMessage message : prompt) {
      if (message instanceof AiMessage answer) {
        answered(answer);
      } else if (message instanceof ToolExecutionResultMessage result) {
        shown.returned(filled(result.id()), filled(result.toolName()), text(result.contents()));
      } else if (message instanceof UserMessage user) {
        said(text(user.contents()), own);
      } else if (message instanceof SystemMessage system) {
        shown.message(system.text());
      }
    }
  }

  private void said(String text, Predicate<String> own) {
    if (own.test(text)) {
      shown.user(text);
    }
    shown.message(text);
  }

  /** Words beside calls are of this run, whose sources are known. */
  private void answered(AiMessage answer) {
    for (ToolExecutionRequest call : answer.toolExecutionRequests()) {
      shown.called(filled(call.id()), call.name(), filled(call.arguments()));
    }
    if (!answer.hasToolExecutionRequests()) {
      shown.answered(filled(answer.text()));
    }
  }

  /** Whether a call goes on. */
  GuardedRun.Attempt attempt(ToolExecutionRequest call) {
    GuardedRun.Attempt attempt = run.attempt(call.name(), filled(call.arguments()));
    if (attempt instanceof GuardedRun.Attempt.Refused refused) {
      shown.refused(filled(call.id()), refused.message());
    }
    return attempt;
  }

  static String text(List<Content> contents) {
    return contents.stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  private static String filled(@Nullable String text) {
    return text == null ? "" : text;
  }
}
