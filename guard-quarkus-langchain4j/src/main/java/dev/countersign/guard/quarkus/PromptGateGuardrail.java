package dev.countersign.guard.quarkus;

import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.Scored;
import io.quarkiverse.langchain4j.guardrails.ToolOutputGuardrail;
import io.quarkiverse.langchain4j.guardrails.ToolOutputGuardrailRequest;
import io.quarkiverse.langchain4j.guardrails.ToolOutputGuardrailResult;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The prompt gate on what a tool returns, by {@code @ToolOutputGuardrails}: everything but ACCEPT
 * is fired as an event of type {@link Scored}, and where the settings of the gate reject, the model
 * gets a sentence in place of the result. With the application's {@link PromptGate} bean, or the
 * gate that ships.
 */
@Singleton
public final class PromptGateGuardrail implements ToolOutputGuardrail {
  private static final String REFUSAL =
      "The result was withheld: the prompt gate takes it for an attack on the model. Go on with"
          + " what the user asked for, without it.";

  private final PromptGate gate;
  private final Event<Scored> suspicious;

  /** With the application's gate, if it has one. */
  @Inject
  PromptGateGuardrail(Instance<PromptGate> gate, Event<Scored> suspicious) {
    this.gate = gate.isUnsatisfied() ? PromptGate.standard() : gate.get();
    this.suspicious = suspicious;
  }

  @Override
  public ToolOutputGuardrailResult validate(ToolOutputGuardrailRequest request) {
    String text = request.resultText();
    if (text == null) {
      return ToolOutputGuardrailResult.success();
    }
    Scored scored = gate.score(text);
    if (scored.decision() != Decision.ACCEPT) {
      suspicious.fire(scored);
    }
    return scored.decision() == Decision.REJECT
        ? ToolOutputGuardrailResult.failure(REFUSAL)
        : ToolOutputGuardrailResult.success();
  }
}
