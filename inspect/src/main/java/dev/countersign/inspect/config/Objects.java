package dev.countersign.inspect.config;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.pickle.knowledge.Known;
import dev.countersign.inspect.python.Behaviours;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Objects that readers of configurations build: tags of YAML, keys of jsonpickle and of Hydra. */
final class Objects {
  private static final Pattern PYTHON =
      Pattern.compile(
          "tag:yaml\\.org,2002:python/(object/apply|object/new|object|name|module):(.+)",
          Pattern.DOTALL);
  private static final Pattern OTHER_LANGUAGE =
      Pattern.compile(
          "(!ruby/|tag:yaml\\.org,2002:)?(ruby/)?(object|hash|struct|(javax?|com|org|sun|net|io|groovy|jdk)\\.[\\w.$]+).*");
  private static final Set<String> TARGETS =
      Set.of("_target_", "class_path", "py/function", "py/type", "py/object", "py/class");

  private final Examination examination;

  Objects(Examination examination) {
    this.examination = examination;
  }

  /** Judges a tag of YAML. */
  void tag(YamlTree.Tagged tagged) {
    Matcher python = PYTHON.matcher(tagged.tag());
    if (python.matches()) {
      boolean onlyNamed = python.group(1).equals("name") || python.group(1).equals("module");
      name(
          python.group(2),
          "!!python/" + python.group(1) + ":" + python.group(2),
          tagged.offset(),
          !onlyNamed);
    } else if (tagged.tag().startsWith("!ruby/")
        || tagged.tag().startsWith("tag:yaml.org,2002:")
            && OTHER_LANGUAGE.matcher(tagged.tag()).matches()
            && tagged.tag().indexOf('.', 18) > 0) {
      examination.report(ConfigRules.OBJECT, tagged.offset(), tagged.tag());
    }
  }

  /** Judges the keys of an object of JSON or YAML. */
  void keys(String where, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (key.equals("py/repr")) {
        examination.report(ConfigRules.OBJECT, where + ".py/repr: " + value.asString(""));
      } else if (TARGETS.contains(key) && value.isString()) {
        name(
            value.asString(),
            where + "." + key + ": " + value.asString(),
            0,
            key.startsWith("py/"));
      }
    }
  }

  private void name(String name, String subject, long offset, boolean unknownCounts) {
    Known known = known(name);
    boolean dangerous =
        known.dangerous()
            || Behaviours.of(name)
                .filter(one -> one != dev.countersign.inspect.python.Behaviour.UNPICKLES)
                .isPresent();
    Optional<Rule> rule =
        dangerous
            ? Optional.of(ConfigRules.OBJECT)
            : known.safe()
                ? Optional.of(ConfigRules.KNOWN_OBJECT)
                : unknownCounts ? Optional.of(ConfigRules.UNKNOWN_OBJECT) : Optional.empty();
    rule.ifPresent(one -> examination.reportCall(one, offset, subject, name));
  }

  /** What is known of a dotted name: the module may end at any of its dots. */
  private static Known known(String name) {
    Known best = name.indexOf('.') < 0 ? Knowledge.usual().of("builtins", name) : Known.NOTHING;
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      Known known = Knowledge.usual().of(name.substring(0, dot), name.substring(dot + 1));
      if (known.dangerous()) {
        return known;
      }
      best = known.safe() ? known : best;
    }
    return Knowledge.usual().ofModule(name).dangerous() ? Knowledge.usual().ofModule(name) : best;
  }
}
