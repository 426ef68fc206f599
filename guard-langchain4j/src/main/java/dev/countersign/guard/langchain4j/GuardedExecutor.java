package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.GuardedRun;
import dev.countersign.guard.tool.GuardedRun.Attempt;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.Objects;

/** One tool behind the gate. */
final class GuardedExecutor implements ToolExecutor {
  private final GuardedRun run;
  private final ToolExecutor tool;

  GuardedExecutor(GuardedRun run, ToolExecutor tool) {
    this.run = run;
    this.tool = tool;
  }

  @Override
  public String execute(ToolExecutionRequest request, Object memoryId) {
    Attempt attempt = attempt(request);
    if (attempt instanceof Attempt.Refused refused) {
      return refused.message();
    }
    String result = tool.execute(request, memoryId);
    tell(attempt, result);
    return result;
  }

  @Override
  public ToolExecutionResult executeWithContext(
      ToolExecutionRequest request, InvocationContext context) {
    Attempt attempt = attempt(request);
    if (attempt instanceof Attempt.Refused refused) {
      return ToolExecutionResult.builder().isError(true).resultText(refused.message()).build();
    }
    ToolExecutionResult result = tool.executeWithContext(request, context);
    tell(attempt, result.resultText());
    return result;
  }

  private Attempt attempt(ToolExecutionRequest request) {
    return run.attempt(request.name(), Objects.requireNonNullElse(request.arguments(), ""));
  }

  private void tell(Attempt attempt, String result) {
    if (attempt instanceof Attempt.Allowed allowed) {
      run.conversation().result(allowed.call(), String.valueOf(result));
    }
  }
}
