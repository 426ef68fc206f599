package dev.countersign.inspect.config;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.jinja.Jinja;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Goes through all values of a configuration. */
final class ConfigWalk {
  private static final int MOST_TEXTS = 20_000;
  private static final int LONGEST_PATH = 200;
  private static final Set<Payload.Kind> RUNS =
      Set.of(Payload.Kind.CODE, Payload.Kind.COMMAND, Payload.Kind.ENCODED);
  private static final Pattern CLIMBS =
      Pattern.compile(
          "__(class|globals|subclasses|init|builtins|import|mro|bases?)__|\\\\x5f|attr\\s*\\(");
  private static final Set<String> WORDS =
      Set.of("vocab", "merges", "added_tokens", "added_tokens_decoder");

  private final Examination examination;
  private final Objects objects;
  private final boolean ofModel;
  private int texts;

  /**
   * A walk.
   *
   * @param ofModel whether it belongs to a model: in others, as in those of build servers, commands
   *     are what they are for
   */
  ConfigWalk(Examination examination, boolean ofModel) {
    this.examination = examination;
    this.ofModel = ofModel;
    this.objects = new Objects(examination);
  }

  void tags(YamlTree tree) {
    tree.tags().forEach(objects::tag);
  }

  void node(String where, JsonNode node) {
    if (node.isObject()) {
      objects.keys(where, node);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!WORDS.contains(entry.getKey())) {
          value(where, entry.getKey(), entry.getValue());
        }
      }
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        value(where, "", item);
      }
    } else if (node.isString()) {
      text(where, "", node.asString());
    }
  }

  private void value(String where, String key, JsonNode value) {
    String path =
        key.isEmpty() || where.length() > LONGEST_PATH
            ? where
            : where.isEmpty() ? key : where + "." + key;
    if (value.isString()) {
      text(path, key, value.asString());
    } else {
      node(path, value);
    }
  }

  private void text(String where, String key, String text) {
    boolean template =
        key.contains("template") || key.contains("prompt") || where.contains("template");
    if (Jinja.looksLike(text) && (template || CLIMBS.matcher(text).find())) {
      Jinja.report(text, where, 0, examination);
    } else if (ofModel && text.length() > 7 && ++texts < MOST_TEXTS) {
      Payloads.in(text)
          .filter(payload -> RUNS.contains(payload.kind()))
          .ifPresent(
              payload -> examination.report(ConfigRules.PAYLOAD, where + ": " + payload.excerpt()));
    }
  }
}
