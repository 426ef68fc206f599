package dev.countersign.fit.tool;

import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ArgumentRule;
import dev.countersign.guard.tool.policy.Effect;
import dev.countersign.guard.tool.policy.Guess;
import dev.countersign.guard.tool.policy.ToolRule;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Drafts a tool policy for people to correct: from the tools of a system model, and from the names
 * of tools and arguments that were called. What the model says counts; what it does not say is
 * guessed from names, and the line says so.
 */
public final class ToolPolicyDraft {
  private static final int LONGEST = 200;

  private final Optional<SystemModel> system;
  private final Map<String, Set<String>> called;
  private final StringBuilder out = new StringBuilder();

  private ToolPolicyDraft(Optional<SystemModel> system, Map<String, Set<String>> called) {
    this.system = system;
    this.called = new TreeMap<>(called);
  }

  /**
   * The draft as YAML.
   *
   * @param called names of arguments by tool, from recorded runs
   */
  public static String of(Optional<SystemModel> system, Map<String, Set<String>> called) {
    return new ToolPolicyDraft(system, called).text();
  }

  private String text() {
    out.append("# Draft of a tool policy. Correct it, try it (countersign guard replay), sign it\n")
        .append("# (countersign guard sign). docs/guard-tool.md explains every key.\n")
        .append("tool-policy: 1\n")
        .append("defaults:\n")
        .append("  undescribed: deny     # or guess: tools that are not below go by their names\n")
        .append("  asked: yes            # the user's request must speak of what a call changes\n")
        .append(
            "  unpointed: deny       # or ask: values from content that the request is not about\n")
        .append("tools:\n");
    List<Element> described =
        system.map(model -> model.elements(ElementKind.TOOL).toList()).orElse(List.of());
    described.forEach(this::described);
    Set<String> known = new HashSet<>();
    described.forEach(tool -> known.add(tool.id()));
    called.forEach((name, arguments) -> {
      if (!known.contains(name)) {
        guessed(name, arguments);
      }
    });
    if (described.isEmpty() && called.isEmpty()) {
      out.append("  {}\n");
    }
    return out.toString();
  }

  private void described(Element tool) {
    Set<String> arguments = called.getOrDefault(tool.id(), Set.of());
    Optional<Effect> effect = effect(tool);
    ToolRule guess =
        effect
            .map(known -> Guess.of(tool.id(), arguments, known))
            .orElseGet(() -> Guess.of(tool.id(), arguments));
    out.append("  ").append(key(tool.id())).append(":\n");
    line("effect: " + guess.effect().word(), effect.isPresent(), tool, "effect");
    result(tool, guess);
    arguments(guess, arguments);
    notes(tool);
  }

  private void line(String text, boolean known, Element tool, String key) {
    String why = known ? tool.placeOf(key).toString() : "guessed from the name";
    out.append("    ").append(text).append("     # ").append(why).append('\n');
  }

  private void result(Element tool, ToolRule guess) {
    Optional<Trust> trust = writers(tool);
    String sensitivity = tool.word("sensitivity").orElse("internal");
    out.append("    result: { trust: ")
        .append(trust.or(() -> Optional.of(guess.result().trust())).orElseThrow().word())
        .append(", text: ")
        .append(trust.orElse(guess.result().text()).word())
        .append(", sensitivity: ")
        .append(sensitivity)
        .append(" }     # ")
        .append(
            trust.isPresent()
                ? "the least trusted writer of what it returns: set fields that others cannot write"
                : "guessed: who writes what it returns?")
        .append('\n');
  }

  private void arguments(ToolRule guess, Set<String> arguments) {
    if (arguments.isEmpty()) {
      out.append("    others: ")
          .append(guess.effect().changes() ? "critical" : "plain")
          .append("     # name the arguments: critical, destination, content or plain\n");
      return;
    }
    out.append("    arguments:     # guessed from the names\n");
    for (String name : new TreeSet<>(arguments)) {
      ArgumentRule rule = guess.arguments().get(name);
      out.append("      ").append(key(name)).append(": ");
      if (rule != null && rule.role().isCritical()) {
        out.append("{ role: %s, needs: %s }".formatted(rule.role().word(), rule.needs().word()));
      } else {
        out.append(rule == null ? "plain" : rule.role().word());
      }
      out.append('\n');
    }
  }

  private void notes(Element tool) {
    if (tool.value("limit").orElse(null) instanceof FactValue.Money money) {
      out.append(
              "    # The limit is %s: name the argument that holds the amount,\n"
                  .formatted(money.written()))
          .append("    # for example arguments: { amount: { role: critical, most: ")
          .append(money.high().toPlainString())
          .append(" } }, and budget: { spend: amount, most: … } for a run.\n");
    }
    if (tool.word("approval").filter("each-call"::equals).isPresent()) {
      out.append("    # A person approves each call: that is for the application to ask.\n");
    }
    if (tool.word("reversible").filter("no"::equals).isPresent()) {
      out.append("    # A call cannot be undone: consider endorsable: no and a budget.\n");
    }
  }

  private void guessed(String name, Set<String> arguments) {
    ToolRule guess = Guess.of(name, arguments);
    out.append("  ").append(key(name)).append(":     # guessed from names\n");
    out.append("    effect: ").append(guess.effect().word()).append('\n');
    if (!guess.asked() && guess.effect().changes()) {
      out.append("    asked: no\n");
    }
    out.append(
        "    result: { trust: %s, text: %s%s }\n"
            .formatted(guess.result().trust().word(), guess.result().text().word(), fields(guess)));
    if (!arguments.isEmpty()) {
      arguments(guess, arguments);
    }
  }

  private static String fields(ToolRule guess) {
    List<String> fields = new ArrayList<>();
    new TreeMap<>(guess.result().fields())
        .forEach((field, trust) -> fields.add(field + ": " + trust.word()));
    boolean told = guess.result().trust() == Trust.PUBLIC || guess.effect().changes();
    return told ? "" : ", fields: { " + String.join(", ", fields) + " }";
  }

  /** The most harmful of the effects that the model says. */
  private static Optional<Effect> effect(Element tool) {
    return tool.words("effect").stream()
        .map(Effect::of)
        .flatMap(Optional::stream)
        .max(Effect::compareTo);
  }

  /** The least trusted of those whose text can stand in what a tool returns. */
  private Optional<Trust> writers(Element tool) {
    List<String> direct = tool.refs("content-from");
    List<String> stored =
        tool.refs("reads").stream()
            .flatMap(id -> element(id).stream())
            .flatMap(read -> read.refs("writers").stream())
            .toList();
    return Stream.concat(direct.stream(), stored.stream()).map(this::trust).min(Trust::compareTo);
  }

  private Trust trust(String writer) {
    return element(writer)
        .flatMap(actor -> actor.value("trust"))
        .map(FactValue::written)
        .flatMap(Trust::of)
        .orElse(Trust.PUBLIC);
  }

  private Optional<Element> element(String id) {
    return system.flatMap(model -> model.element(id));
  }

  /** Names come from recorded runs and may be of any length. */
  private static String key(String name) {
    int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
    return YamlText.of(name.substring(0, end));
  }
}
