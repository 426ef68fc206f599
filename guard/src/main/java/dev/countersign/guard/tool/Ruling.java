package dev.countersign.guard.tool;

import dev.countersign.guard.Decision;
import java.util.List;

/**
 * What is decided of one call.
 *
 * @param call the call
 * @param verdict what becomes of it
 * @param reasons why; empty where it is allowed
 */
public record Ruling(ToolCall call, Verdict verdict, List<Reason> reasons) {
  public Ruling {
    reasons = List.copyOf(reasons);
  }

  /** As gates in general say it. */
  public Decision decision() {
    return verdict.decision();
  }

  /** What a person has to endorse: the reasons that ask. */
  public List<Reason> asks() {
    return reasons.stream().filter(reason -> reason.verdict() == Verdict.ASK).toList();
  }
}
