package dev.countersign.assess.policy;

import dev.countersign.model.ElementKind;
import dev.countersign.model.TrustLevel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.language.Vocabulary;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one entry of {@code required-controls}. Its condition is checked against the grammar of the
 * language, so that a word that no model can ever say does not switch a rule off unseen.
 */
final class RequiredControlReader {
  private final Problems problems;

  private RequiredControlReader(Problems problems) {
    this.problems = problems;
  }

  static Optional<RequiredControl> read(YamlNode node, Problems problems) {
    return new RequiredControlReader(problems).rule(node);
  }

  private Optional<RequiredControl> rule(YamlNode node) {
    MapReader map =
        MapReader.of(
            node, "a required control, such as { control: model-signing, on: model }", problems);
    if (!(node instanceof Mapping)) {
      return Optional.empty();
    }
    map.required("control", "the control's id in the catalogue")
        .required("on", "the kind of element that must have it");
    Optional<String> control = map.text("control");
    Optional<ElementKind> on = map.word("on", kinds()).flatMap(RequiredControlReader::kind);
    Optional<YamlNode> condition = map.node("where");
    map.done();
    return on.flatMap(kind ->
        control.map(id ->
            new RequiredControl(
                id,
                kind,
                condition.map(where -> where(kind, where)).orElseGet(TreeMap::new),
                node.place())));
  }

  private SortedMap<String, List<String>> where(ElementKind kind, YamlNode node) {
    SortedMap<String, List<String>> where = new TreeMap<>();
    for (Entry entry :
        MapReader.of(node, "facts that must hold, each with its word", problems).map().entries()) {
      List<String> words = words(Vocabulary.of(kind), entry);
      if (!words.isEmpty()) {
        where.put(entry.key().text(), words);
      }
    }
    return where;
  }

  private List<String> words(KindOfElement grammar, Entry entry) {
    Optional<Key> key = grammar.key(entry.key().text());
    if (key.isEmpty()) {
      problems.unknownKey(entry.key(), comparable(grammar));
      return List.of();
    }
    List<String> allowed = words(key.get().type());
    if (allowed.isEmpty()) {
      problems.add(
          "not-comparable",
          entry.key().span(),
          "a policy cannot compare " + Problems.quote(entry.key().text()),
          "one of " + String.join(", ", comparable(grammar)),
          "Choose a key that holds words of a fixed list.");
      return List.of();
    }
    return MapReader.scalars(entry.value(), problems).stream()
        .filter(word -> known(word, allowed))
        .map(word -> normal(key.get().type(), word.text()))
        .sorted()
        .distinct()
        .toList();
  }

  private boolean known(Scalar word, List<String> allowed) {
    boolean known = allowed.contains(word.text());
    if (!known) {
      problems.unknownWord(word, allowed, "Write a word that the model can say.");
    }
    return known;
  }

  private static List<String> comparable(KindOfElement grammar) {
    return grammar.keys().stream()
        .filter(key -> !words(key.type()).isEmpty())
        .map(Key::name)
        .toList();
  }

  private static List<String> words(KeyType type) {
    return switch (type) {
      case KeyType.OneOf(var words) -> words.stream().map(Vocable::word).toList();
      case KeyType.AnyOf(var words) -> words.stream().map(Vocable::word).toList();
      case KeyType.Trust() -> Arrays.stream(TrustLevel.values()).map(TrustLevel::word).toList();
      case KeyType.YesNo() -> List.of("yes", "no", "true", "false");
      default -> List.of();
    };
  }

  private static String normal(KeyType type, String word) {
    if (!(type instanceof KeyType.YesNo)) {
      return word;
    }
    return word.equals("yes") || word.equals("true") ? "yes" : "no";
  }

  private static List<String> kinds() {
    return Arrays.stream(ElementKind.values()).map(ElementKind::word).toList();
  }

  private static Optional<ElementKind> kind(String word) {
    return Arrays.stream(ElementKind.values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
