package dev.countersign.guard.springai;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;

/**
 * The prompt gate right before the model: each user message, with what retrieval added to it, and
 * each result of a tool, once, in the round in which the model first sees it. System messages are
 * not looked at. Everything but ACCEPT is told; where the settings of the gate reject, the model is
 * not asked, and a sentence stands for its answer.
 */
public final class PromptGateAdvisor implements CallAdvisor, StreamAdvisor {
  /** Right before the model, and before the tool gate is told. */
  public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 2;

  private static final String REFUSAL =
      "The request was refused: the prompt gate takes a text in it for an attack on the model.";

  private final PromptGate gate;
  private final Duration time;
  private final Consumer<Scored> listener;

  private PromptGateAdvisor(PromptGate gate, Duration time, Consumer<Scored> listener) {
    this.gate = gate;
    this.time = time;
    this.listener = listener;
  }

  /** Of a gate that takes as long as it takes, telling nobody. */
  public static PromptGateAdvisor of(PromptGate gate) {
    return new PromptGateAdvisor(gate, Duration.ZERO, scored -> {});
  }

  /** The same, where the fail mode of the gate decides on a text after so much time. */
  public PromptGateAdvisor within(Duration most) {
    return new PromptGateAdvisor(gate, most, listener);
  }

  /** The same, telling of every text that is flagged or rejected; called by several threads. */
  public PromptGateAdvisor telling(Consumer<Scored> whom) {
    return new PromptGateAdvisor(gate, time, whom);
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    return isRejected(request)
        ? Refusals.response(REFUSAL, request.context())
        : chain.nextCall(request);
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return isRejected(request)
        ? Flux.just(Refusals.response(REFUSAL, request.context()))
        : chain.nextStream(request);
  }

  private boolean isRejected(ChatClientRequest request) {
    boolean rejected = false;
    for (String text : fresh(request.prompt().getInstructions())) {
      Scored scored = gate.score(text, time.isZero() ? Deadline.none() : Deadline.in(time));
      if (scored.decision() != Decision.ACCEPT) {
        listener.accept(scored);
      }
      rejected |= scored.decision() == Decision.REJECT;
    }
    return rejected;
  }

  /** What came since the model last spoke; what was before it, it was shown before. */
  private static List<String> fresh(List<Message> prompt) {
    List<String> texts = new ArrayList<>();
    for (int i = prompt.size() - 1; i >= 0; i--) {
      Message message = prompt.get(i);
      if (message instanceof AssistantMessage) {
        return texts;
      }
      if (message instanceof ToolResponseMessage results) {
        results.getResponses().stream().map(ToolResponse::responseData).forEach(texts::add);
      } else if (message instanceof UserMessage) {
        texts.add(message.getText());
      }
    }
    return texts;
  }

  @Override
  public String getName() {
    return "prompt gate";
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
