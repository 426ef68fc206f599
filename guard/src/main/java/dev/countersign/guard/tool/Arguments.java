package dev.countersign.guard.tool;

import dev.countersign.guard.tool.Reason.Rule;
import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ArgumentRule;
import dev.countersign.guard.tool.policy.Matching;
import dev.countersign.guard.tool.policy.Role;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.guard.tool.trace.Trace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Integrity: untrusted content must not choose what a call does. */
final class Arguments {
  private static final ArgumentRule PLAIN = ArgumentRule.of(Role.PLAIN, Trust.PARTNER);
  private static final ArgumentRule CRITICAL = ArgumentRule.of(Role.CRITICAL, Trust.PARTNER);

  private final Conversation run;
  private final ToolRule rule;
  private final boolean denying;

  /**
   * Over the values of one call.
   *
   * @param denying whether values from content that the user did not point to are denied
   */
  Arguments(Conversation run, ToolRule rule, boolean denying) {
    this.run = run;
    this.rule = rule;
    this.denying = denying;
  }

  /** What speaks against these values. */
  List<Reason> check(List<Values> values) {
    List<Reason> reasons = new ArrayList<>();
    for (Values value : values) {
      ArgumentRule argument = argument(value.argument(), rule);
      wrong(argument, value).ifPresent(reasons::add);
      if (argument.role().isCritical()) {
        origin(argument, value).ifPresent(reasons::add);
      } else if (argument.role() == Role.CONTENT && rule.effect().outbound()) {
        links(value, reasons);
      }
    }
    return reasons;
  }

  /** Whether the user named, or endorsed, a value that chooses what the call does. */
  boolean areNamed(List<Values> values) {
    return values.stream()
        .filter(value -> argument(value.argument(), rule).role().isCritical())
        .anyMatch(value -> run.tracer().trace(value.text(), Trust.OPERATOR).user());
  }

  /**
   * What holds for an argument; one that the policy does not name is critical where it could be.
   */
  static ArgumentRule argument(String name, ToolRule rule) {
    ArgumentRule named = rule.arguments().get(name);
    if (named != null) {
      return named;
    }
    return rule.others().orElse(rule.effect().changes() ? CRITICAL : PLAIN);
  }

  private static Optional<Reason> wrong(ArgumentRule argument, Values value) {
    String text = value.text();
    if (!argument.oneOf().isEmpty() && !argument.oneOf().contains(text)) {
      return wrong(value, "%s is none of the values that it may have");
    }
    boolean like = argument.like().stream().anyMatch(one -> Matching.matches(one, text));
    if (!argument.like().isEmpty() && !like) {
      return wrong(value, "%s has none of the forms that it may have");
    }
    boolean tooMuch = argument.most().filter(most -> exceeds(text, most)).isPresent();
    return tooMuch ? wrong(value, "%s is more than it may be, or no number") : Optional.empty();
  }

  private static Optional<Reason> wrong(Values value, String text) {
    return Optional.of(
        new Reason(
            Verdict.DENY,
            Rule.VALUE,
            value.argument(),
            value.text(),
            Trust.PUBLIC,
            List.of(),
            text.formatted(value.argument()) + "."));
  }

  /** What is no number is no less than anything. */
  private static boolean exceeds(String text, BigDecimal most) {
    return Amounts.of(text).map(amount -> amount.compareTo(most) > 0).orElse(true);
  }

  private Optional<Reason> origin(ArgumentRule argument, Values value) {
    Trace trace = run.tracer().trace(value.text(), argument.needs());
    if (!argument.from().isEmpty() && trace.how() != Trace.How.TRIVIAL) {
      return isFrom(argument, trace)
          ? Optional.empty()
          : Optional.of(
              reason(
                  Rule.SOURCE,
                  value,
                  trace,
                  "it may come from " + String.join(", ", argument.from())));
    }
    return trace.reaches(argument.needs())
        ? Optional.empty()
        : Optional.of(reason(Rule.INTEGRITY, value, trace, "it needs " + argument.needs().word()));
  }

  private static boolean isFrom(ArgumentRule argument, Trace trace) {
    if (trace.user()) {
      return argument.from().contains("user");
    }
    return trace.source().filter(source -> argument.from().contains(source.name())).isPresent();
  }

  private void links(Values value, List<Reason> reasons) {
    for (String link : Links.in(value.text())) {
      Trace trace = run.tracer().trace(link, Trust.PARTNER);
      if (!trace.reaches(Trust.PARTNER)) {
        Values part = new Values(value.argument(), link, false);
        reasons.add(reason(Rule.LINK, part, trace, "a link to pass on needs partner"));
      }
    }
  }

  private Reason reason(Rule rule, Values value, Trace trace, String needs) {
    boolean pointed = Pointing.at(trace, run.pieces());
    String from =
        trace
            .source()
            .map(Source::describe)
            .map(where -> "comes from " + where)
            .orElse("was found in nothing that the model has seen");
    return new Reason(
        denying && !pointed ? Verdict.DENY : Verdict.ASK,
        rule,
        value.argument(),
        value.text(),
        trace.trust(),
        trace.sources(),
        "%s %s (%s), and %s.%s"
            .formatted(
                value.argument(),
                from,
                trace.trust().word(),
                needs,
                pointed ? "" : " The user's request speaks of no such content."));
  }
}
