package dev.countersign.guard.springai;

import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.Transcript;
import dev.countersign.guard.tool.label.Sensitivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * One run, and what of the prompt the gate has been told: the loop sends everything again in every
 * round. It travels in the tool context of the options, which is all that a manager gets, and is
 * taken out before tools see them: tools of MCP send the context to their servers.
 */
final class AgentRun {
  private static final String KEY = "countersign.run";

  private final GuardedRun run;
  private final Labelling labelling;
  private final Transcript past;
  private final Set<Told> told = new HashSet<>();
  private boolean usersAreUsers = true;

  private record Told(MessageType type, String id, String text) {
    static Told of(Message message) {
      return new Told(message.getMessageType(), "", AgentRun.text(message));
    }

    static Told of(ToolResponse response) {
      return new Told(MessageType.TOOL, filled(response.id()), filled(response.responseData()));
    }
  }

  AgentRun(GuardedRun run, Labelling labelling) {
    this.run = run;
    this.labelling = labelling;
    this.past = new Transcript(run.conversation());
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
  synchronized void asked(List<Message> request, Optional<String> words) {
    words.ifPresent(run.conversation()::user);
    usersAreUsers = words.isEmpty();
    for (Message message : request) {
      if (message.getMessageType() == MessageType.SYSTEM && isNew(message)) {
        run.conversation().system(text(message));
      } else if (message.getMessageType() == MessageType.USER) {
        user(message);
      }
    }
  }

  /** With what the memory added: user messages before the last are what the user said earlier. */
  synchronized void remembered(List<Message> prompt) {
    List<Message> users =
        prompt.stream().filter(one -> one.getMessageType() == MessageType.USER).toList();
    users.subList(0, Math.max(0, users.size() - 1)).forEach(this::user);
  }

  private void user(Message message) {
    if (usersAreUsers && isNew(message)) {
      run.conversation().user(text(message));
    }
  }

  /** What the model is shown: all that was not told yet is from advisors, or from earlier turns. */
  synchronized void seen(List<Message> prompt) {
    boolean traced = false;
    for (Message message : prompt) {
      if (message instanceof AssistantMessage answer) {
        answered(answer, traced);
      } else if (message instanceof ToolResponseMessage results) {
        results.getResponses().forEach(this::returned);
        traced = true;
      } else if (isNew(message)) {
        added(text(message));
      }
      traced &= message.getMessageType() != MessageType.USER;
    }
  }

  private void added(String text) {
    run.conversation().content("advisors", labelling.added(), labelling.addedSensitivity(), text);
  }

  /** What an answer was made from is known if the results before it are still there. */
  private void answered(AssistantMessage answer, boolean traced) {
    answer
        .getToolCalls()
        .forEach(call -> past.called(filled(call.id()), call.name(), filled(call.arguments())));
    if (!traced && !answer.hasToolCalls() && isNew(answer)) {
      run.conversation().content("answers", labelling.answers(), Sensitivity.PUBLIC, text(answer));
    }
  }

  private void returned(ToolResponse response) {
    if (told.add(Told.of(response))) {
      past.answered(
          filled(response.id()), filled(response.name()), filled(response.responseData()));
    }
  }

  /** Whether a call goes on. */
  GuardedRun.Attempt attempt(AssistantMessage.ToolCall call) {
    return run.attempt(call.name(), filled(call.arguments()));
  }

  /** What a call gave, or what the model is told in place of it. */
  synchronized void returned(Optional<ToolCall> executed, ToolResponse response) {
    told.add(Told.of(response));
    Conversation conversation = run.conversation();
    executed.ifPresent(call -> conversation.result(call, filled(response.responseData())));
  }

  private boolean isNew(Message message) {
    return !text(message).isBlank() && told.add(Told.of(message));
  }

  private static String text(Message message) {
    return filled(message.getText());
  }

  private static String filled(@Nullable String text) {
    return text == null ? "" : text;
  }
}
