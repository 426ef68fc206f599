package dev.countersign.guard.quarkus;

import dev.countersign.guard.tool.GuardedRun.Attempt;
import io.quarkiverse.langchain4j.guardrails.ToolInputGuardrail;
import io.quarkiverse.langchain4j.guardrails.ToolInputGuardrailRequest;
import io.quarkiverse.langchain4j.guardrails.ToolInputGuardrailResult;
import io.quarkiverse.langchain4j.guardrails.ToolInvocationContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The tool gate before a tool:
 *
 * <pre>{@code
 * @Tool("Pays a bill")
 * @ToolInputGuardrails(ToolGateGuardrail.class)
 * String sendMoney(String recipient, BigDecimal amount)
 * }</pre>
 *
 * <p>A refused call is not executed, and the model gets a sentence in place of its result. A tool
 * without the annotation is not guarded; what it returns is told to the gate all the same.
 *
 * <p>A run is one invocation of an AI service. What the model was shown in it is known from the
 * events that the service fires, which needs no other configuration than a {@link GuardedAgents}
 * bean. Services that return a {@code TokenStream} give their tools no invocation, so their calls
 * are refused; return a {@code Multi} instead.
 */
@Singleton
public final class ToolGateGuardrail implements ToolInputGuardrail {
  private static final String NO_RUN =
      "The call was refused by the tool gate and not executed: it does not know what the model has"
          + " seen. Tell the developers that it needs a GuardedAgents bean, and a service that does"
          + " not return a TokenStream.";

  private final Runs runs;

  /** Of the runs that are going on. */
  @Inject
  ToolGateGuardrail(Runs runs) {
    this.runs = runs;
  }

  @Override
  public ToolInputGuardrailResult validate(ToolInputGuardrailRequest request) {
    ToolInvocationContext invocation = request.invocationContext();
    Optional<AgentRun> run = runs.of(invocation == null ? null : invocation.context());
    if (run.isEmpty()) {
      return ToolInputGuardrailResult.failure(NO_RUN);
    }
    return run.get().attempt(request.executionRequest()) instanceof Attempt.Refused refused
        ? ToolInputGuardrailResult.failure(refused.message())
        : ToolInputGuardrailResult.success();
  }
}
