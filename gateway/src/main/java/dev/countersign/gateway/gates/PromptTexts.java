package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Finding;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.Gate;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The prompt gate before language models: triage of every text of a conversation. */
final class PromptTexts implements Checks.Prompts {
  private final PromptGate gate;
  private final Action action;

  PromptTexts(PromptGate gate, Action action) {
    this.gate = gate;
    this.action = action;
  }

  @Override
  public Finding check(List<String> texts, Deadline deadline) {
    Decision worst = Decision.ACCEPT;
    double p = 1;
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Scored scored = gate.score(texts.get(i), deadline);
      worst = worst.and(scored.decision());
      p = Math.min(p, scored.pValue());
      if (scored.decision() != Decision.ACCEPT) {
        reasons.add(reason(i, scored));
      }
    }
    return action.of(new Finding(Gate.PROMPT, worst, OptionalDouble.of(p), reasons));
  }

  private static String reason(int text, Scored scored) {
    String what =
        !scored.complete()
            ? "not looked at to its end"
            : scored.hidden() ? "hidden text" : scored.decoded() ? "decoded text" : "wording";
    return "text %d: %s".formatted(text + 1, what);
  }
}
