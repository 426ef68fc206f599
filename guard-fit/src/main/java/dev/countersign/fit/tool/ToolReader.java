package dev.countersign.fit.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ArgumentRule;
import dev.countersign.guard.tool.policy.Budget;
import dev.countersign.guard.tool.policy.Condition;
import dev.countersign.guard.tool.policy.Effect;
import dev.countersign.guard.tool.policy.Guess;
import dev.countersign.guard.tool.policy.ResultRule;
import dev.countersign.guard.tool.policy.Role;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a policy says of one tool. What it does not say is guessed from the names. */
final class ToolReader {
  private static final List<String> EFFECTS = Stream.of(Effect.values()).map(Effect::word).toList();
  private static final List<String> ROLES = Stream.of(Role.values()).map(Role::word).toList();
  private static final List<String> TRUSTS = Stream.of(Trust.values()).map(Trust::word).toList();
  private static final List<String> SENSITIVITIES =
      Stream.of(Sensitivity.values()).map(Sensitivity::word).toList();
  private static final ArgumentRule UNKNOWN = ArgumentRule.of(Role.CRITICAL, Trust.PARTNER);
  private static final int MOST_CALLS = 1_000_000;

  private final String name;
  private final boolean endorsable;
  private final Problems problems;

  ToolReader(String name, boolean endorsable, Problems problems) {
    this.name = name;
    this.endorsable = endorsable;
    this.problems = problems;
  }

  ToolRule read(YamlNode node) {
    MapReader map = MapReader.of(node, "a tool, such as { effect: send }", problems);
    Optional<YamlNode> given = map.node("arguments");
    List<Entry> arguments =
        given
            .map(one -> MapReader.of(one, "arguments by name", problems).map().entries())
            .orElse(List.of());
    List<String> names = arguments.stream().map(one -> one.key().text()).toList();
    ToolRule guess =
        word(map, "effect", EFFECTS, Effect::of)
            .map(effect -> Guess.of(name, names, effect))
            .orElseGet(() -> Guess.of(name, names));
    Map<String, ArgumentRule> rules = new HashMap<>();
    for (Entry one : arguments) {
      String argument = one.key().text();
      ArgumentRule base = guess.arguments().getOrDefault(argument, UNKNOWN);
      rules.put(argument, argument(one.value(), base));
    }
    ArgumentRule base =
        ArgumentRule.of(guess.effect().changes() ? Role.CRITICAL : Role.PLAIN, Trust.PARTNER);
    ToolRule rule =
        new ToolRule(
            guess.effect(),
            map.flag("asked").orElse(guess.asked()),
            map.flag("endorsable").orElse(endorsable),
            map.node("when").flatMap(this::condition),
            rules,
            map.node("others").map(one -> argument(one, base)),
            map.node("result").map(one -> result(one, guess.result())).orElse(guess.result()),
            map.node("budget").map(this::budget).orElse(Budget.NONE),
            true);
    map.done();
    return rule;
  }

  /** A role alone, or a map. */
  private ArgumentRule argument(YamlNode node, ArgumentRule base) {
    if (node instanceof Scalar) {
      Role role = oneOf(node, ROLES, Role::of).orElse(base.role());
      return ArgumentRule.of(role, base.needs());
    }
    MapReader map = MapReader.of(node, "an argument, such as { role: critical }", problems);
    ArgumentRule rule =
        new ArgumentRule(
            word(map, "role", ROLES, Role::of).orElse(base.role()),
            word(map, "needs", TRUSTS, Trust::of).orElse(base.needs()),
            map.texts("from"),
            map.texts("one-of"),
            map.texts("like"),
            map.node("most").flatMap(this::number));
    map.done();
    return rule;
  }

  private ResultRule result(YamlNode node, ResultRule base) {
    if (node instanceof Scalar) {
      Trust trust = oneOf(node, TRUSTS, Trust::of).orElse(base.trust());
      return new ResultRule(trust, trust, Map.of(), Optional.empty(), base.sensitivity(), Map.of());
    }
    MapReader map = MapReader.of(node, "a result, such as { trust: operator }", problems);
    Optional<Trust> trust = word(map, "trust", TRUSTS, Trust::of);
    ResultRule rule =
        new ResultRule(
            trust.orElse(base.trust()),
            word(map, "text", TRUSTS, Trust::of).orElse(trust.orElse(base.text())),
            map.node("fields").map(one -> words(one, TRUSTS, Trust::of, true)).orElse(Map.of()),
            map.node("writer").map(this::writer),
            word(map, "sensitivity", SENSITIVITIES, Sensitivity::of).orElse(base.sensitivity()),
            map.node("sensitive")
                .map(one -> words(one, SENSITIVITIES, Sensitivity::of, true))
                .orElse(Map.of()));
    map.done();
    return rule;
  }

  private ResultRule.Writer writer(YamlNode node) {
    MapReader map = MapReader.of(node, "{ field: sender, by: { NAME: TRUST } }", problems);
    String field =
        map.required("field", "the field that names the writer of its record")
            .text("field")
            .orElse("");
    Map<String, Trust> by =
        map.required("by", "who is trusted how far")
            .node("by")
            .map(one -> words(one, TRUSTS, Trust::of, false))
            .orElse(Map.of());
    map.done();
    return new ResultRule.Writer(field.toLowerCase(Locale.ROOT), by);
  }

  private Budget budget(YamlNode node) {
    MapReader map = MapReader.of(node, "a budget, such as { calls: 3 }", problems);
    int calls = map.node("calls").map(this::count).orElse(0);
    int same = map.node("same").map(this::count).orElse(0);
    Optional<String> spend = map.text("spend");
    if (spend.isPresent()) {
      map.required("most", "the largest sum of " + spend.get());
    }
    BigDecimal most = map.node("most").flatMap(this::number).orElse(BigDecimal.ZERO);
    map.done();
    return new Budget(calls, same, spend, most);
  }

  private Optional<Condition> condition(YamlNode node) {
    return switch (CelCondition.compile(node instanceof Scalar text ? text.text() : "")) {
      case CelCondition.Compiled(var condition) -> Optional.of(condition);
      case CelCondition.Mistaken(var why) -> {
        problems.add(
            "bad-condition",
            node.span(),
            "the condition cannot be used: " + why,
            "CEL that is true or false, over args",
            "For example: args.amount <= 50 && size(args.recipients) == 1");
        yield Optional.empty();
      }
    };
  }

  private Optional<BigDecimal> number(YamlNode node) {
    String text = node instanceof Scalar scalar ? scalar.text() : "";
    if (text.length() <= 30 && text.matches("[0-9]+([.][0-9]+)?")) {
      return Optional.of(new BigDecimal(text));
    }
    problems.expected(node, "a number", "Write it in digits, without a currency.");
    return Optional.empty();
  }

  private int count(YamlNode node) {
    Optional<BigDecimal> number = number(node);
    Optional<Integer> count =
        number.filter(n -> n.scale() <= 0 && n.signum() > 0).map(ToolReader::bounded);
    if (number.isPresent() && count.isEmpty()) {
      problems.expected(node, "a whole number above 0", "Leave the key out for no limit.");
    }
    return count.orElse(0);
  }

  private static int bounded(BigDecimal number) {
    return number.min(BigDecimal.valueOf(MOST_CALLS)).intValue();
  }

  private <T> Map<String, T> words(
      YamlNode node, List<String> words, Function<String, Optional<T>> of, boolean lower) {
    Map<String, T> found = new HashMap<>();
    Mapping map = MapReader.of(node, "words by name", problems).map();
    for (Entry entry : map.entries()) {
      String key = entry.key().text();
      oneOf(entry.value(), words, of)
          .ifPresent(one -> found.put(lower ? key.toLowerCase(Locale.ROOT) : key, one));
    }
    return found;
  }

  private static <T> Optional<T> word(
      MapReader map, String key, List<String> words, Function<String, Optional<T>> of) {
    return map.word(key, words).flatMap(of);
  }

  private <T> Optional<T> oneOf(
      YamlNode node, List<String> words, Function<String, Optional<T>> of) {
    if (!(node instanceof Scalar scalar)) {
      problems.expected(node, "one of " + String.join(", ", words), "Choose one.");
      return Optional.empty();
    }
    Optional<T> one = of.apply(scalar.text());
    if (one.isEmpty()) {
      problems.unknownWord(scalar, words, "Choose one of these.");
    }
    return one;
  }
}
