package dev.countersign.model.read;

import dev.countersign.model.Fact;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Reads a map of keys into facts, by the grammar alone. */
final class FactBinder {
  private final Problems problems;
  private final ValueBinder values;

  FactBinder(Problems problems, References references) {
    this.problems = problems;
    this.values = new ValueBinder(problems, references);
  }

  /**
   * The facts in a map, by full key.
   *
   * @param owner what the map belongs to, underlined where a required key is missing
   */
  Map<String, Fact> bind(Mapping map, Scalar owner, KeyTree tree) {
    Map<String, Fact> facts = new HashMap<>();
    bind(map, tree, facts);
    for (Key key : tree.required()) {
      if (!facts.containsKey(key.name()) && map.get(key.name()).isEmpty()) {
        problems.missingKey(owner.span(), key.name(), meaning(key));
      }
    }
    return facts;
  }

  /** The fact that a bare value stands for. */
  Map<String, Fact> bindOne(Key key, YamlNode value) {
    Map<String, Fact> facts = new HashMap<>();
    values.bind(key, value).ifPresent(v -> facts.put(key.name(), new Fact(v, value.place())));
    return facts;
  }

  private void bind(Mapping map, KeyTree tree, Map<String, Fact> facts) {
    for (Entry entry : map.entries()) {
      // No switch over types on the way of every run: each costs milliseconds when it is first met.
      KeyTree.Node node = tree.get(entry.key().text()).orElse(null);
      if (node instanceof KeyTree.Leaf(Key key)) {
        leaf(key, entry, facts);
      } else if (node instanceof KeyTree.Branch(KeyTree inner)) {
        branch(entry, inner, facts);
      } else {
        unknown(entry.key(), tree);
      }
    }
  }

  private void leaf(Key key, Entry entry, Map<String, Fact> facts) {
    values
        .bind(key, entry.value())
        .ifPresent(value -> facts.put(key.name(), new Fact(value, entry.key().place())));
  }

  private void branch(Entry entry, KeyTree inner, Map<String, Fact> facts) {
    if (entry.value() instanceof Mapping map) {
      bind(map, inner, facts);
      return;
    }
    problems.expected(
        entry.value(),
        "a map with " + String.join(", ", inner.names()),
        "Write '" + entry.key().text() + ": { " + inner.names().getFirst() + ": … }'.");
  }

  /** An unknown key; one with a dot may be a nested key as the documentation names it. */
  private void unknown(Scalar key, KeyTree tree) {
    String name = key.text();
    int dot = name.indexOf('.');
    if (dot > 0 && tree.get(name.substring(0, dot)).orElse(null) instanceof KeyTree.Branch) {
      String nested = name.substring(0, dot) + ": { " + name.substring(dot + 1) + ": … }";
      problems.add(
          "unknown-key",
          key.span(),
          "unknown key " + Problems.quote(name),
          "a nested map",
          "Write it as '" + Problems.shortened(nested) + "'.");
      return;
    }
    problems.unknownKey(key, tree.names());
  }

  private static String meaning(Key key) {
    return key.type() instanceof KeyType.OneOf(var words)
        ? key.phrase() + " (" + String.join(", ", words.stream().map(Vocable::word).toList()) + ")"
        : key.phrase();
  }
}
