package dev.countersign.guard.springai;

import dev.countersign.guard.tool.GuardedRun.Attempt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * result of any of them. The gate is told of results when the model is shown them.
 */
final class Round {
  private final Generation asking;
  private final ChatResponse response;
  private final List<Decided> decisions;

  private record Decided(AssistantMessage.ToolCall call, Attempt attempt) {
    boolean isAllowed() {
      return attempt instanceof Attempt.Allowed;
    }
  }

  private Round(Generation asking, ChatResponse response, List<Decided> decisions) {
    this.asking = asking;
    this.response = response;
    this.decisions = decisions;
  }

  static Round decided(AgentRun run, Generation asking, ChatResponse response) {
    List<Decided> decisions = new ArrayList<>();
    for (AssistantMessage.ToolCall call : asking.getOutput().getToolCalls()) {
      decisions.add(new Decided(call, run.attempt(call)));
    }
    return new Round(asking, response, decisions);
  }

  ToolExecutionResult execute(Prompt prompt, ToolCallingManager tools) {
    List<AssistantMessage.ToolCall> allowed =
        decisions.stream().filter(Decided::isAllowed).map(Decided::call).toList();
    if (allowed.size() == decisions.size()) {
      return tools.executeToolCalls(prompt, response);
    }
    List<ToolResponse> executed =
        allowed.isEmpty() ? List.of() : responses(tools.executeToolCalls(prompt, only(allowed)));
    List<Message> history = new ArrayList<>(prompt.getInstructions());
    history.add(asking.getOutput());
    history.add(merged(executed));
    // A refusal is for the model, so nothing goes directly to the user.
    return ToolExecutionResult.builder().conversationHistory(history).returnDirect(false).build();
  }

  private ChatResponse only(List<AssistantMessage.ToolCall> allowed) {
    AssistantMessage output = asking.getOutput().mutate().toolCalls(allowed).build();
    return new ChatResponse(
        List.of(new Generation(output, asking.getMetadata())), response.getMetadata());
  }

  private static List<ToolResponse> responses(ToolExecutionResult result) {
    List<Message> history = result.conversationHistory();
    return history.get(history.size() - 1) instanceof ToolResponseMessage results
        ? results.getResponses()
        : List.of();
  }

  /** In the order of the calls, with refusals where a result would be. */
  private ToolResponseMessage merged(List<ToolResponse> executed) {
    Iterator<ToolResponse> next = executed.iterator();
    List<ToolResponse> all = new ArrayList<>();
    for (Decided decided : decisions) {
      if (decided.attempt() instanceof Attempt.Refused refused) {
        AssistantMessage.ToolCall call = decided.call();
        all.add(new ToolResponse(call.id(), call.name(), refused.message()));
      } else if (next.hasNext()) {
        all.add(next.next());
      }
    }
    return ToolResponseMessage.builder().responses(all).build();
  }
}
