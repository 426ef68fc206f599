package dev.countersign.guard.langchain4j;

import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Reason;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.Verdict;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.stream.Collectors;

/** One tool behind the gate. */
final class GuardedExecutor implements ToolExecutor {
  private final ToolGate gate;
  private final Conversation run;
  private final Approver approver;
  private final ToolExecutor tool;

  GuardedExecutor(ToolGate gate, Conversation run, Approver approver, ToolExecutor tool) {
    this.gate = gate;
    this.run = run;
    this.approver = approver;
    this.tool = tool;
  }

  @Override
  public String execute(ToolExecutionRequest request, Object memoryId) {
    ToolCall call = Calls.of(request);
    Ruling ruling = decided(call);
    if (ruling.verdict() != Verdict.ALLOW) {
      return refusal(ruling);
    }
    String result = tool.execute(request, memoryId);
    run.result(call, String.valueOf(result));
    return result;
  }

  @Override
  public ToolExecutionResult executeWithContext(
      ToolExecutionRequest request, InvocationContext context) {
    ToolCall call = Calls.of(request);
    Ruling ruling = decided(call);
    if (ruling.verdict() != Verdict.ALLOW) {
      return ToolExecutionResult.builder().isError(true).resultText(refusal(ruling)).build();
    }
    ToolExecutionResult result = tool.executeWithContext(request, context);
    run.result(call, String.valueOf(result.resultText()));
    return result;
  }

  private Ruling decided(ToolCall call) {
    Ruling ruling = gate.decide(run, call);
    if (ruling.verdict() != Verdict.ASK || !approver.endorses(ruling)) {
      return ruling;
    }
    run.endorse(ruling);
    return gate.decide(run, call);
  }

  /**
   * Names arguments and rules, and no values: the model must not read an attacker's words again.
   */
  private static String refusal(Ruling ruling) {
    String why =
        ruling.reasons().stream()
            .map(GuardedExecutor::shown)
            .distinct()
            .collect(Collectors.joining(", "));
    return "The call was refused by the tool gate and not executed ("
        + why
        + "). Do not try it again; go on with what the user asked for.";
  }

  private static String shown(Reason reason) {
    String at = reason.argument().isEmpty() ? "" : " of " + reason.argument();
    return reason.rule().word() + at;
  }
}
