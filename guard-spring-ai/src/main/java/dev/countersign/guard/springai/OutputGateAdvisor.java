package dev.countersign.guard.springai;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.Checked;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.publisher.Flux;

/**
 * The output gate on the answers of a client: on what comes out of the tool loop, also what a tool
 * returns directly, and before the memory keeps it. A rejected answer is replaced by a sentence.
 *
 * <p>A streamed answer is checked as it streams: what is decided goes on, and after a rejection the
 * sentence comes and the stream of the model is cancelled. Answers to one prompt that stream side
 * by side (more than one choice) cannot be told apart, and are refused.
 */
public final class OutputGateAdvisor implements CallAdvisor, StreamAdvisor {
  /** Around the tool loop, and inside the memory. */
  public static final int ORDER = ToolCallingAdvisor.DEFAULT_ORDER - 2;

  static final String REFUSAL = "The answer was withheld by the output gate.";

  private final OutputGate gate;
  private final Destination destination;
  private final Consumer<Checked> listener;

  private OutputGateAdvisor(OutputGate gate, Destination destination, Consumer<Checked> listener) {
    this.gate = gate;
    this.destination = destination;
    this.listener = listener;
  }

  /** Of a gate for answers that go there, telling nobody. */
  public static OutputGateAdvisor of(OutputGate gate, Destination destination) {
    return new OutputGateAdvisor(gate, destination, checked -> {});
  }

  /** The same, telling of every answer that is flagged or rejected; called by several threads. */
  public OutputGateAdvisor telling(Consumer<Checked> whom) {
    return new OutputGateAdvisor(gate, destination, whom);
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    ChatClientResponse answered = chain.nextCall(request);
    ChatResponse response = answered.chatResponse();
    if (response == null) {
      return answered;
    }
    List<Generation> checked = response.getResults().stream().map(this::checked).toList();
    return answered
        .mutate()
        .chatResponse(new ChatResponse(checked, response.getMetadata()))
        .build();
  }

  private Generation checked(Generation answer) {
    String text = answer.getOutput().getText();
    if (text == null) {
      return answer;
    }
    Checked checked = gate.check(text, destination);
    tell(checked);
    return checked.decision() == Decision.REJECT ? Refusals.generation(REFUSAL) : answer;
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    CheckedAnswer answer = new CheckedAnswer(gate.stream(destination), this::tell);
    return chain
        .nextStream(request)
        .map(answer::part)
        .takeUntil(any -> answer.isRejected())
        .concatWith(Flux.defer(answer::end));
  }

  private void tell(Checked checked) {
    if (checked.decision() != Decision.ACCEPT) {
      listener.accept(checked);
    }
  }

  @Override
  public String getName() {
    return "output gate";
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
