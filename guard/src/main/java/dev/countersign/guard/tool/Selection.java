package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.trace.Pieces;
import dev.countersign.guard.tool.trace.Tokens;
import dev.countersign.guard.tool.trace.Trace;
import dev.countersign.guard.tool.trace.Tracer;
import java.util.List;

/**
 * Who chose what a call returns. A record that was searched for with somebody's words is that
 * somebody's choice, however trusted the records are: an attacker who asks to buy "a pencil set"
 * chooses the product without knowing its number.
 */
final class Selection {
  private Selection() {}

  /** The most trust that the result can have. */
  static Trust of(ToolCall call, Tracer tracer, Pieces pieces) {
    Trust chosen = Trust.OPERATOR;
    boolean anchored = false;
    boolean unknown = false;
    for (Values value : Values.of(call.arguments()).orElse(List.of())) {
      Trace trace = tracer.trace(value.text(), Trust.PARTNER);
      boolean says = !value.number() && trace.how() != Trace.How.TRIVIAL;
      if (!says) {
        continue;
      }
      if (trace.reaches(Trust.PARTNER) || isUsers(value.text(), pieces)) {
        anchored = true;
      } else if (trace.how() == Trace.How.NOT_FOUND) {
        unknown = true;
      } else {
        chosen = chosen.and(trace.trust());
      }
    }
    return unknown && !anchored ? chosen.and(pieces.lowest()) : chosen;
  }

  /** Whether the user used all of its words, in whatever order. */
  private static boolean isUsers(String text, Pieces pieces) {
    List<String> tokens = Tokens.of(text);
    return !tokens.isEmpty() && tokens.stream().allMatch(pieces::userSaid);
  }
}
