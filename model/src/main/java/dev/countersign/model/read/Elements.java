package dev.countersign.model.read;

import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyTree;
import dev.countersign.model.language.KindOfElement;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a section of elements of one kind. */
final class Elements {
  /** How many elements a system may have. */
  static final int MAX_ELEMENTS = 100_000;

  private final Draft draft;
  private final Problems problems;
  private final FactBinder facts;
  private final KindOfElement kind;
  private final KeyTree tree;

  Elements(Draft draft, FactBinder facts, KindOfElement kind) {
    this.draft = draft;
    this.problems = draft.problems;
    this.facts = facts;
    this.kind = kind;
    this.tree = KeyTree.of(kind.keys());
  }

  void bind(YamlNode section) {
    for (Entry entry :
        Entries.of(section, kind.kind().section() + " by id", Entries.BY_ID, problems)) {
      if (draft.elements.size() > MAX_ELEMENTS) {
        tooMany(entry.key());
        return;
      }
      bind(entry);
    }
  }

  private void bind(Entry entry) {
    Scalar key = entry.key();
    Map<String, Fact> found = facts(entry);
    Element element = new Element(kind.kind(), key.text(), key.place(), found);
    if (isFree(key)) {
      // An element with a bad id is kept, so that references to it are not reported as well.
      draft.elements.put(key.text(), element);
    }
  }

  private Map<String, Fact> facts(Entry entry) {
    YamlNode value = entry.value();
    Optional<String> shorthand = kind.shorthand();
    if (value instanceof Mapping map) {
      return facts.bind(map, entry.key(), tree);
    }
    if (value instanceof Scalar scalar && scalar.isNull()) {
      return facts.bind(new Mapping(List.of(), value.span()), entry.key(), tree);
    }
    if (shorthand.isPresent()) {
      Key key = kind.key(shorthand.get()).orElseThrow();
      return facts.bindOne(key, value);
    }
    String word = kind.kind().word();
    problems.expected(value, "a map of the keys of a " + word, "Write '{ key: value, … }'.");
    return Map.of();
  }

  private boolean isFree(Scalar key) {
    String id = key.text();
    Element other = draft.elements.get(id);
    if (id.equals(Draft.ANYONE)) {
      reserved(key, "'anyone' is built in: an actor whom nobody knows, with trust public");
      return false;
    }
    if (id.equals("none") || id.equals("null")) {
      reserved(key, "'" + id + "' cannot be an id, since it means that there is none");
      return false;
    }
    Ids.check(id, key.span(), problems);
    if (other != null) {
      taken(key, other);
    }
    return other == null;
  }

  private void reserved(Scalar key, String message) {
    problems.add("reserved-id", key.span(), message, "another id", "Choose another id.");
  }

  private void taken(Scalar key, Element other) {
    problems.add(
        "repeated-id",
        key.span(),
        "the id %s is taken by the %s at %s"
            .formatted(Problems.quote(key.text()), other.kind().word(), other.place()),
        "an id that no other element has, whatever its kind",
        "Rename one of the two.");
  }

  private void tooMany(Scalar key) {
    problems.add(
        "too-many-elements",
        key.span(),
        "more than " + MAX_ELEMENTS + " elements",
        "at most " + MAX_ELEMENTS,
        "Describe groups instead of single things.");
  }
}
