package dev.countersign.guard.tool;

import dev.countersign.guard.tool.Reason.Rule;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.Names;
import dev.countersign.guard.tool.policy.Role;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.guard.tool.trace.Piece;
import dev.countersign.guard.tool.trace.Tokens;
import dev.countersign.guard.tool.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Confidentiality: a sensitive value must not go where the user did not name. A credential is never
 * sent to such a place, and to a place that the user did name only if the user spoke of it.
 */
final class Disclosure {
  private static final int MOST_TOKENS = 20_000;

  private final Conversation run;
  private final ToolRule rule;

  Disclosure(Conversation run, ToolRule rule) {
    this.run = run;
    this.rule = rule;
  }

  List<Reason> check(List<Values> values) {
    if (!rule.effect().outbound() || run.pieces().sensitive().isEmpty()) {
      return List.of();
    }
    boolean named = isNamed(values);
    List<Reason> reasons = new ArrayList<>();
    for (Values value : values) {
      List<String> tokens = Tokens.of(value.text());
      if (!value.number() && tokens.size() <= MOST_TOKENS) {
        leaks(value, tokens, named, reasons);
      }
    }
    return reasons;
  }

  /** Whether every destination is the user's or the operator's. */
  private boolean isNamed(List<Values> values) {
    boolean any = false;
    for (Values value : values) {
      if (Arguments.argument(value.argument(), rule).role() == Role.DESTINATION) {
        any = true;
        Trace trace = run.tracer().trace(value.text(), Trust.OPERATOR);
        if (!trace.reaches(Trust.OPERATOR)) {
          return false;
        }
      }
    }
    return any;
  }

  private void leaks(Values value, List<String> tokens, boolean named, List<Reason> reasons) {
    if (run.tracer().trace(value.text(), Trust.OPERATOR).user()) {
      return;
    }
    Set<String> present = new HashSet<>(tokens);
    String text = " " + String.join(" ", tokens) + " ";
    Optional<Piece> worst = Optional.empty();
    for (Piece piece : run.pieces().sensitive()) {
      List<String> secret = piece.tokens();
      boolean there =
          !secret.isEmpty()
              && secret.get(0).length() > 1
              && present.contains(secret.get(0))
              && text.contains(" " + String.join(" ", secret) + " ");
      boolean worse =
          worst.filter(one -> one.sensitivity().compareTo(piece.sensitivity()) >= 0).isEmpty();
      if (there && worse && matters(piece, named)) {
        worst = Optional.of(piece);
      }
    }
    worst.ifPresent(piece -> reasons.add(reason(value, piece, named)));
  }

  private boolean matters(Piece piece, boolean named) {
    boolean secret = piece.sensitivity() == Sensitivity.SECRET;
    boolean meant = named && (!secret || isSpokenOf(piece));
    return !meant && !run.tracer().trace(String.join(" ", piece.tokens()), Trust.OPERATOR).user();
  }

  private static Reason reason(Values value, Piece piece, boolean named) {
    boolean secret = piece.sensitivity() == Sensitivity.SECRET;
    return new Reason(
        secret && !named ? Verdict.DENY : Verdict.ASK,
        Rule.CONFIDENTIALITY,
        value.argument(),
        value.text(),
        piece.trust(),
        List.of(piece.source()),
        "%s holds what %s calls %s, and %s."
            .formatted(
                value.argument(),
                piece.source().describe(),
                piece.sensitivity().word(),
                named
                    ? "the user did not speak of it"
                    : "the user did not name where it would go"));
  }

  private boolean isSpokenOf(Piece piece) {
    return Names.words(piece.source().path()).stream()
        .anyMatch(word -> word.length() > 3 && run.pieces().userSaid(word));
  }
}
