package dev.countersign.guard.springai;

import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.Labelling;
import dev.countersign.guard.tool.ShownMessages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * One run, and what of the prompt the gate has been told. It travels in the tool context of the
 * options, which is all that a manager gets, and is taken out before tools see them: tools of MCP
 * send the context to their servers.
 */
final class AgentRun {
  private static final String KEY = "countersign.run";

  private final GuardedRun run;
  private final ShownMessages shown;
  private volatile boolean usersAreUsers = true;

  AgentRun(GuardedRun run, Labelling labelling) {
    this.run = run;
    this.shown = new ShownMessages(run.conversation(), labelling);
  }

  /** The run that these options belong to. */
  static Optional<AgentRun> of(Prompt prompt) {
    return prompt.getOptions() instanceof ToolCallingChatOptions options
            && options.getToolContext() != null
            && options.getToolContext().get(KEY) instanceof AgentRun run
        ? Optional.of(run)
        : Optional.empty();
  }

  /** Options that belong to this run. */
  ToolCallingChatOptions in(ToolCallingChatOptions options) {
    return options.mutate().toolContext(KEY, this).build();
  }

  /** The prompt as tools may know it. */
  static Prompt withoutRun(Prompt prompt) {
    if (!(prompt.getOptions() instanceof ToolCallingChatOptions options)) {
      return prompt;
    }
    Map<String, Object> context =
        new HashMap<>(Objects.requireNonNullElse(options.getToolContext(), Map.of()));
    context.remove(KEY);
    return new Prompt(
        prompt.getInstructions(),
        options.mutate().toolContext((Map<String, Object>) null).toolContext(context).build());
  }

  /**
   * What the application asked, before any advisor.
   *
   * @param words the user's own, where user messages hold more
   */
  void asked(List<Message> request, Optional<String> words) {
    usersAreUsers = words.isEmpty();
    words.ifPresent(shown::user);
    for (Message message : request) {
      if (message.getMessageType() == MessageType.SYSTEM) {
        shown.system(filled(message.getText()));
      } else if (message.getMessageType() == MessageType.USER) {
        user(message);
      }
    }
  }

  /** With what the memory added: user messages before the last are what the user said earlier. */
  void remembered(List<Message> prompt) {
    List<Message> users =
        prompt.stream().filter(one -> one.getMessageType() == MessageType.USER).toList();
    users.subList(0, Math.max(0, users.size() - 1)).forEach(this::user);
  }

  private void user(Message message) {
    if (usersAreUsers) {
      shown.user(filled(message.getText()));
    }
  }

  /** What the model is shown. */
  synchronized void seen(List<Message> prompt) {
    shown.start();
    for (Message message : prompt) {
      if (message instanceof AssistantMessage answer) {
        answered(answer);
      } else if (message instanceof ToolResponseMessage results) {
        results
            .getResponses()
            .forEach(one ->
                shown.returned(filled(one.id()), filled(one.name()), filled(one.responseData())));
      } else {
        shown.message(filled(message.getText()));
      }
    }
  }

  /** Words beside calls are of this run, whose sources are known. */
  private void answered(AssistantMessage answer) {
    answer
        .getToolCalls()
        .forEach(call -> shown.called(filled(call.id()), call.name(), filled(call.arguments())));
    if (!answer.hasToolCalls()) {
      shown.answered(filled(answer.getText()));
    }
  }

  /** Whether a call goes on. */
  GuardedRun.Attempt attempt(AssistantMessage.ToolCall call) {
    GuardedRun.Attempt attempt = run.attempt(call.name(), filled(call.arguments()));
    if (attempt instanceof GuardedRun.Attempt.Refused refused) {
      shown.refused(filled(call.id()), refused.message());
    }
    return attempt;
  }

  private static String filled(@Nullable String text) {
    return text == null ? "" : text;
  }
}
