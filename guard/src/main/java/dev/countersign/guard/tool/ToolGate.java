package dev.countersign.guard.tool;

import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.tool.Reason.Rule;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.Guess;
import dev.countersign.guard.tool.policy.PolicyJson;
import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.policy.ToolPolicy.Undescribed;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import dev.countersign.guard.tool.policy.ToolRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Decides whether an agent's call goes on.
 *
 * <pre>{@code
 * ToolGate gate = ToolGate.of(policy);
 * Conversation run = gate.start();
 * run.user("Pay the bill of the plumber");
 * Ruling ruling = gate.decide(run, call);
 * if (ruling.verdict() == Verdict.ALLOW) { run.result(call, tool.execute(call)); }
 * }</pre>
 *
 * <p>May be used by several threads; a conversation belongs to one run.
 */
public final class ToolGate {
  private static final int MOST_GUESSES = 10_000;

  private final ToolPolicy policy;
  private final Map<String, ToolRule> guesses = new ConcurrentHashMap<>();

  private ToolGate(ToolPolicy policy) {
    this.policy = policy;
  }

  /** A gate that decides by a policy. */
  public static ToolGate of(ToolPolicy policy) {
    return new ToolGate(policy);
  }

  /**
   * A gate that decides by a verified profile.
   *
   * @throws UnusableProfile if its settings are no policy that this version reads
   */
  public static ToolGate of(ProfileFile file) throws UnusableProfile {
    return new ToolGate(PolicyJson.read(file.profile().settings()));
  }

  /** Starts a run. */
  public Conversation start() {
    return new Conversation(this::rule);
  }

  /** Whether there is any call of a tool of this name that would be allowed. */
  public boolean admits(String tool) {
    return policy.undescribed() == Undescribed.GUESS || policy.tools().containsKey(tool);
  }

  /** What definitions of tools the policy was written for, by name; see {@link ToolPolicy#pins}. */
  public Map<String, String> pins() {
    return policy.pins();
  }

  /** The rule for a call: the policy's, or one that is guessed from the names in it. */
  ToolRule rule(ToolCall call) {
    ToolRule described = policy.tools().get(call.name());
    if (described != null) {
      return described;
    }
    String key = call.name() + call.names();
    ToolRule known = guesses.get(key);
    if (known != null) {
      return known;
    }
    ToolRule guessed = Guess.of(call.name(), call.names());
    if (guesses.size() < MOST_GUESSES) {
      guesses.put(key, guessed);
    }
    return guessed;
  }

  /**
   * Decides on the next call of a run. A call that is allowed counts at once against the run's
   * budgets.
   */
  public Ruling decide(Conversation run, ToolCall call) {
    synchronized (run) {
      ToolRule rule = rule(call);
      if (!rule.described() && policy.undescribed() == Undescribed.DENY) {
        return denied(call, Rule.UNDESCRIBED, "The policy does not name this tool.");
      }
      Optional<List<Values>> values = Values.of(call.arguments());
      if (values.isEmpty()) {
        return denied(
            call, Rule.TOO_LARGE, "The arguments are larger or deeper than can be followed back.");
      }
      Ruling ruling = ruling(run, call, rule, values.get());
      if (ruling.verdict() == Verdict.ALLOW) {
        run.usage().count(call, rule.budget());
        values.get().forEach(value -> run.tracer().settle(value.text(), Trust.PARTNER));
      }
      return ruling;
    }
  }

  private Ruling ruling(Conversation run, ToolCall call, ToolRule rule, List<Values> values) {
    Arguments arguments = new Arguments(run, rule, policy.unpointed() == Unpointed.DENY);
    List<Reason> reasons = new ArrayList<>();
    run.usage()
        .exceeded(call, rule.budget())
        .ifPresent(what -> reasons.add(Reason.of(Verdict.DENY, Rule.BUDGET, sentence(what))));
    if (rule.when().filter(condition -> !condition.holds(call.arguments())).isPresent()) {
      reasons.add(
          Reason.of(Verdict.DENY, Rule.CONDITION, "The condition of the tool is not true of it."));
    }
    reasons.addAll(arguments.check(values));
    reasons.addAll(new Disclosure(run, rule).check(values));
    cause(run, call, rule, () -> arguments.areNamed(values)).ifPresent(reasons::add);
    return new Ruling(call, verdict(reasons, rule), reasons);
  }

  private Optional<Reason> cause(
      Conversation run, ToolCall call, ToolRule rule, BooleanSupplier named) {
    boolean needed =
        policy.asked()
            && rule.asked()
            && rule.effect().changes()
            && run.pieces().lowest().below(Trust.PARTNER);
    if (!needed
        || run.isEndorsed(call.name())
        || Cause.isUsers(call.name(), run.pieces())
        || named.getAsBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            Verdict.ASK,
            Rule.CAUSE,
            "Nothing in the user's request speaks of what it does, and the model has read text"
                + " that others wrote."));
  }

  private static Verdict verdict(List<Reason> reasons, ToolRule rule) {
    Verdict worst = Verdict.ALLOW;
    for (Reason reason : reasons) {
      worst = worst.and(reason.verdict());
    }
    return worst == Verdict.ASK && !rule.endorsable() ? Verdict.DENY : worst;
  }

  private static Ruling denied(ToolCall call, Rule rule, String text) {
    return new Ruling(call, Verdict.DENY, List.of(Reason.of(Verdict.DENY, rule, text)));
  }

  private static String sentence(String phrase) {
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }
}
