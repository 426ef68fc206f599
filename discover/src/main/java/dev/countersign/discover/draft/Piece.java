package dev.countersign.discover.draft;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.Where;
import dev.countersign.discover.draft.DraftFact.Value;
import dev.countersign.model.ElementKind;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element while it is being drafted. The first finding that says a fact is the one quoted. */
final class Piece {
  private final ElementKind kind;
  private final String id;
  private final Where where;
  private String note = "";
  private final Map<String, DraftFact> facts = new LinkedHashMap<>();

  Piece(ElementKind kind, String id, Where where) {
    this.kind = kind;
    this.id = id;
    this.where = where;
  }

  String id() {
    return id;
  }

  Where where() {
    return where;
  }

  boolean says(String key) {
    return facts.containsKey(key);
  }

  /** Whether it is a model that is trained or tuned here. */
  boolean isFromHere() {
    return values("origin").stream().anyMatch(origin -> origin.endsWith("-here"));
  }

  void note(String text) {
    note = text;
  }

  /** Says a fact, unless one is there already. */
  void say(String key, String value, Where from) {
    say(key, value, Optional.of(from), "");
  }

  /** Says a fact that the finding has as a detail, unless one is there already. */
  void say(String key, Finding finding, Detail detail) {
    finding.detail(detail).ifPresent(value -> say(key, value, finding.where()));
  }

  /** Says a fact with a remark for the reader. */
  void say(String key, String value, Optional<Where> from, String remark) {
    if (!value.isEmpty()) {
      facts.putIfAbsent(key, fact(key, value, false, from, remark));
    }
  }

  /** Says a fact in place of one that is there. */
  void correct(String key, String value, Where from) {
    facts.put(key, fact(key, value, false, Optional.of(from), ""));
  }

  /** Adds a value to a list. */
  void add(String key, String value, Where from) {
    DraftFact before = facts.get(key);
    if (before == null) {
      facts.put(key, fact(key, value, true, Optional.of(from), ""));
    } else if (!before.texts().contains(value)) {
      List<Value> values = new ArrayList<>(before.values());
      values.add(new Value(value, Optional.of(from)));
      facts.put(key, new DraftFact(key, values, true, before.note()));
    }
  }

  private static DraftFact fact(
      String key, String value, boolean list, Optional<Where> from, String remark) {
    return new DraftFact(key, List.of(new Value(value, from)), list, remark);
  }

  /** What is said under a key; nothing where nothing is. */
  List<String> values(String key) {
    DraftFact fact = facts.get(key);
    return fact == null ? List.of() : fact.texts();
  }

  /** Adds a path. One path stands without brackets. */
  void file(String path, Where from) {
    DraftFact before = facts.get("files");
    if (before == null) {
      say("files", path, from);
    } else {
      add("files", path, from);
    }
  }

  DraftElement element() {
    List<String> order = Vocabulary.of(kind).keys().stream().map(Key::name).toList();
    List<DraftFact> sorted = new ArrayList<>(facts.values());
    sorted.sort(Comparator.comparingInt(fact -> order.indexOf(fact.key())));
    return new DraftElement(kind, id, Optional.of(where), note, sorted);
  }
}
