package dev.countersign.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One element of a system with the facts given about it.
 *
 * @param kind what it is
 * @param id unique among all elements of the system, whatever their kind
 * @param place where it is declared
 * @param facts by key as in YAML, nested keys joined by a dot ({@code labels.writers})
 */
public record Element(ElementKind kind, String id, Place place, Map<String, Fact> facts) {
  /** Keys that name what an element is made of or works with. */
  private static final List<String> NEEDS =
      List.of(
          "runs",
          "reads",
          "retrieves",
          "remembers",
          "prompts",
          "uses",
          "base",
          "trained-on",
          "derived-from",
          "server",
          "stored");

  public Element {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** The value of a fact, or empty where it is unknown. */
  public Optional<FactValue> value(String key) {
    return Optional.ofNullable(facts.get(key)).map(Fact::value);
  }

  /** The ids that a reference fact names; empty where it is unknown or names none. */
  public List<String> refs(String key) {
    return value(key).orElse(null) instanceof FactValue.Refs(var ids) ? ids : List.of();
  }

  /** The ids of what it is made of or works with, in the order of the keys; one may stand twice. */
  public Stream<String> needs() {
    return NEEDS.stream().flatMap(key -> refs(key).stream());
  }

  /** The word that a fact holds. */
  public Optional<String> word(String key) {
    return value(key).orElse(null) instanceof FactValue.Word(var word)
        ? Optional.of(word)
        : Optional.empty();
  }

  /** The words that a fact holds; empty where it is unknown or holds none. */
  public List<String> words(String key) {
    return value(key).orElse(null) instanceof FactValue.Words(var words) ? words : List.of();
  }

  /** The text that a fact holds. */
  public Optional<String> text(String key) {
    return value(key).orElse(null) instanceof FactValue.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Where a fact is given, or where the element is declared if it is not. */
  public Place placeOf(String key) {
    Fact fact = facts.get(key);
    return fact == null ? place : fact.place();
  }
}
