package dev.countersign.guard.springai;

import dev.countersign.guard.tool.GuardedRun.Attempt;
import dev.countersign.guard.tool.ToolCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;

/**
 * The calls of one answer, all decided before one is executed: the model chose them before it saw a
 * result of any of them.
 */
final class Round {
  private final AgentRun run;
  private final Generation asking;
  private final ChatResponse response;
  private final List<Decided> decisions;

  private record Decided(AssistantMessage.ToolCall asked, Attempt attempt) {
    boolean isAllowed() {
      return attempt instanceof Attempt.Allowed;
    }

    Optional<ToolCall> call() {
      return attempt instanceof Attempt.Allowed allowed
          ? Optional.of(allowed.call())
          : Optional.empty();
    }
  }

  private Round(AgentRun run, Generation asking, ChatResponse response, List<Decided> decisions) {
    this.run = run;
    this.asking = asking;
    this.response = response;
    this.decisions = decisions;
  }

  static Round decided(AgentRun run, Generation asking, ChatResponse response) {
    List<Decided> decisions = new ArrayList<>();
    for (AssistantMessage.ToolCall call : asking.getOutput().getToolCalls()) {
      decisions.add(new Decided(call, run.attempt(call)));
    }
    return new Round(run, asking, response, decisions);
  }

  ToolExecutionResult execute(Prompt prompt, ToolCallingManager tools) {
    List<AssistantMessage.ToolCall> allowed =
        decisions.stream().filter(Decided::isAllowed).map(Decided::asked).toList();
    if (allowed.size() == decisions.size()) {
      ToolExecutionResult result = tools.executeToolCalls(prompt, response);
      merged(result);
      return result;
    }
    List<Message> history = new ArrayList<>(prompt.getInstructions());
    history.add(asking.getOutput());
    history.add(
        allowed.isEmpty()
            ? merged(List.of())
            : merged(tools.executeToolCalls(prompt, only(allowed))));
    // A refusal is for the model, so nothing goes directly to the user.
    return ToolExecutionResult.builder().conversationHistory(history).returnDirect(false).build();
  }

  private ChatResponse only(List<AssistantMessage.ToolCall> allowed) {
    AssistantMessage output = asking.getOutput().mutate().toolCalls(allowed).build();
    return new ChatResponse(
        List.of(new Generation(output, asking.getMetadata())), response.getMetadata());
  }

  private ToolResponseMessage merged(ToolExecutionResult result) {
    List<Message> history = result.conversationHistory();
    return history.get(history.size() - 1) instanceof ToolResponseMessage results
        ? merged(results.getResponses())
        : merged(List.of());
  }

  /** In the order of the calls, refusals where a result would be; the gate is told of each. */
  private ToolResponseMessage merged(List<ToolResponse> results) {
    Iterator<ToolResponse> executed = results.iterator();
    List<ToolResponse> all = new ArrayList<>();
    for (Decided decided : decisions) {
      if (decided.attempt() instanceof Attempt.Refused refused) {
        AssistantMessage.ToolCall call = decided.asked();
        all.add(new ToolResponse(call.id(), call.name(), refused.message()));
      } else if (executed.hasNext()) {
        all.add(executed.next());
      } else {
        break;
      }
      run.returned(decided.call(), all.get(all.size() - 1));
    }
    return ToolResponseMessage.builder().responses(all).build();
  }
}
