package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.gateway.wire.Turn;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.Conversation;
import dev.countersign.guard.tool.Ruling;
import dev.countersign.guard.tool.ToolCall;
import dev.countersign.guard.tool.ToolGate;
import dev.countersign.guard.tool.Transcript;
import dev.countersign.guard.tool.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tool gate behind language models. It keeps nothing between requests: the conversation is in
 * each of them, and calls in it count against the budgets of the run again.
 */
final class ToolCalls implements Checks.Calls {
  private final ToolGate gate;
  private final boolean asks;
  private final Action action;

  /**
   * With a gate.
   *
   * @param asks whether what a person would have to endorse goes on with a flag; nobody can be
   *     asked here, so otherwise it does not go on
   */
  ToolCalls(ToolGate gate, boolean asks, Action action) {
    this.gate = gate;
    this.asks = asks;
    this.action = action;
  }

  @Override
  public Finding check(List<Turn> conversation, List<Turn.Call> calls, Deadline deadline) {
    Conversation run = gate.start();
    Transcript past = new Transcript(run);
    for (Turn turn : conversation) {
      if (deadline.passed()) {
        throw new IllegalStateException("out of time");
      }
      tell(run, turn, past);
    }
    Decision worst = Decision.ACCEPT;
    List<String> reasons = new ArrayList<>();
    for (Turn.Call call : calls) {
      worst = worst.and(decide(run, past, call, reasons));
    }
    return action.of(Finding.of(Gate.TOOL, worst, reasons.toArray(new String[0])));
  }

  private void tell(Conversation run, Turn turn, Transcript past) {
    switch (turn.role()) {
      case "system", "developer" -> run.system(turn.text());
      case "user" -> run.user(turn.text());
      case "assistant" -> turn.calls().forEach(call -> count(run, call, past));
      default -> past.answered(turn.answers(), "", turn.text());
    }
  }

  private void count(Conversation run, Turn.Call call, Transcript past) {
    past.called(call.id(), call.name(), call.arguments())
        .ifPresent(known -> gate.decide(run, known));
  }

  private Decision decide(Conversation run, Transcript past, Turn.Call call, List<String> reasons) {
    Optional<ToolCall> read = past.called(call.id(), call.name(), call.arguments());
    if (read.isEmpty()) {
      reasons.add("arguments that are no JSON object");
      return Decision.REJECT;
    }
    Ruling ruling = gate.decide(run, read.get());
    ruling.reasons().forEach(reason -> reasons.add(reason.rule().word() + " " + call.name()));
    return ruling.verdict() == Verdict.ASK && !asks ? Decision.REJECT : ruling.decision();
  }
}
