package dev.countersign.guard.tool.policy;

import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ToolPolicy.Undescribed;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A policy as the settings of a profile. */
public final class PolicyJson {
  private static final int VERSION = 1;

  private PolicyJson() {}

  /** The settings that say a policy. */
  public static ObjectNode write(ToolPolicy policy) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", VERSION);
    json.put("undescribed", policy.undescribed().name().toLowerCase(Locale.ROOT));
    json.put("asked", policy.asked());
    json.put("unpointed", policy.unpointed().name().toLowerCase(Locale.ROOT));
    ObjectNode tools = json.putObject("tools");
    new TreeMap<>(policy.tools()).forEach((name, rule) -> write(rule, tools.putObject(name)));
    ObjectNode pins = json.putObject("pins");
    new TreeMap<>(policy.pins()).forEach(pins::put);
    return json;
  }

  private static void write(ToolRule rule, ObjectNode json) {
    json.put("effect", rule.effect().word());
    json.put("asked", rule.asked());
    json.put("endorsable", rule.endorsable());
    rule.when().ifPresent(when -> json.set("when", when.tree()));
    ObjectNode arguments = json.putObject("arguments");
    new TreeMap<>(rule.arguments()).forEach((name, one) -> write(one, arguments.putObject(name)));
    rule.others().ifPresent(one -> write(one, json.putObject("others")));
    write(rule.result(), json.putObject("result"));
    write(rule.budget(), json.putObject("budget"));
  }

  private static void write(ArgumentRule rule, ObjectNode json) {
    json.put("role", rule.role().word());
    json.put("needs", rule.needs().word());
    texts(json, "from", rule.from());
    texts(json, "one-of", rule.oneOf());
    texts(json, "like", rule.like());
    rule.most().ifPresent(most -> json.put("most", most.toPlainString()));
  }

  private static void texts(ObjectNode json, String key, List<String> texts) {
    ArrayNode list = json.putArray(key);
    texts.forEach(list::add);
  }

  private static void write(ResultRule rule, ObjectNode json) {
    json.put("trust", rule.trust().word());
    json.put("text", rule.text().word());
    ObjectNode fields = json.putObject("fields");
    new TreeMap<>(rule.fields()).forEach((name, trust) -> fields.put(name, trust.word()));
    rule.writer()
        .ifPresent(writer -> {
          ObjectNode of = json.putObject("writer").put("field", writer.field());
          ObjectNode by = of.putObject("by");
          new TreeMap<>(writer.by()).forEach((value, trust) -> by.put(value, trust.word()));
        });
    json.put("sensitivity", rule.sensitivity().word());
    ObjectNode sensitive = json.putObject("sensitive");
    new TreeMap<>(rule.sensitive()).forEach((name, one) -> sensitive.put(name, one.word()));
  }

  private static void write(Budget budget, ObjectNode json) {
    json.put("calls", budget.calls());
    json.put("same", budget.same());
    budget
        .spend()
        .ifPresent(
            argument -> json.put("spend", argument).put("most", budget.most().toPlainString()));
  }

  /**
   * The policy that settings say.
   *
   * @throws UnusableProfile if they are none that this version writes
   */
  public static ToolPolicy read(ObjectNode json) throws UnusableProfile {
    if (json.path("version").asInt(0) != VERSION) {
      throw malformed("\"version\" is none that this version reads");
    }
    Map<String, ToolRule> tools = new HashMap<>();
    for (Map.Entry<String, JsonNode> tool : json.path("tools").properties()) {
      tools.put(tool.getKey(), rule(tool.getValue()));
    }
    Undescribed undescribed =
        json.path("undescribed").asString("").equals("guess")
            ? Undescribed.GUESS
            : Undescribed.DENY;
    Unpointed unpointed =
        json.path("unpointed").asString("").equals("ask") ? Unpointed.ASK : Unpointed.DENY;
    Map<String, String> pins = new HashMap<>();
    json.path("pins")
        .properties()
        .forEach(pin -> pins.put(pin.getKey(), pin.getValue().asString("")));
    return new ToolPolicy(undescribed, json.path("asked").asBoolean(true), unpointed, tools, pins);
  }

  private static ToolRule rule(JsonNode json) throws UnusableProfile {
    Map<String, ArgumentRule> arguments = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : json.path("arguments").properties()) {
      arguments.put(one.getKey(), argument(one.getValue()));
    }
    return new ToolRule(
        word(json, "effect", Effect::of),
        json.path("asked").asBoolean(true),
        json.path("endorsable").asBoolean(true),
        condition(json.path("when")),
        arguments,
        json.has("others") ? Optional.of(argument(json.path("others"))) : Optional.empty(),
        result(json.path("result")),
        budget(json.path("budget")),
        true);
  }

  private static Optional<Condition> condition(JsonNode json) throws UnusableProfile {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Condition> condition = Condition.of(json);
    if (condition.isEmpty()) {
      throw malformed("\"when\" is no condition");
    }
    return condition;
  }

  private static ArgumentRule argument(JsonNode json) throws UnusableProfile {
    return new ArgumentRule(
        word(json, "role", Role::of),
        word(json, "needs", Trust::of),
        texts(json.path("from")),
        texts(json.path("one-of")),
        texts(json.path("like")),
        json.has("most") ? Optional.of(number(json.path("most"))) : Optional.empty());
  }

  private static ResultRule result(JsonNode json) throws UnusableProfile {
    JsonNode writer = json.path("writer");
    return new ResultRule(
        word(json, "trust", Trust::of),
        word(json, "text", Trust::of),
        words(json.path("fields"), Trust::of),
        writer.isObject()
            ? Optional.of(
                new ResultRule.Writer(
                    writer.path("field").asString(""), words(writer.path("by"), Trust::of)))
            : Optional.empty(),
        word(json, "sensitivity", Sensitivity::of),
        words(json.path("sensitive"), Sensitivity::of));
  }

  private static Budget budget(JsonNode json) throws UnusableProfile {
    return new Budget(
        json.path("calls").asInt(0),
        json.path("same").asInt(0),
        json.path("spend").asStringOpt(),
        json.has("most") ? number(json.path("most")) : BigDecimal.ZERO);
  }

  private static BigDecimal number(JsonNode json) throws UnusableProfile {
    String text = json.asString("");
    try {
      if (text.length() <= 40) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException none) {
      // Told below, with numbers that are too long.
    }
    throw malformed("\"most\" is no number");
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static <T> Map<String, T> words(JsonNode json, Function<String, Optional<T>> of)
      throws UnusableProfile {
    Map<String, T> words = new HashMap<>();
    for (Map.Entry<String, JsonNode> one : json.properties()) {
      words.put(one.getKey(), word(json, one.getKey(), of));
    }
    return words;
  }

  private static <T> T word(JsonNode json, String key, Function<String, Optional<T>> of)
      throws UnusableProfile {
    Optional<T> word = of.apply(json.path(key).asString(""));
    if (word.isEmpty()) {
      throw malformed("\"" + key + "\" is no word that this version knows");
    }
    return word.get();
  }

  private static UnusableProfile malformed(String what) {
    return new UnusableProfile(
        "The tool policy is malformed: " + what + ". Sign it again with countersign guard sign.");
  }
}
