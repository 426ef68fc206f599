package dev.countersign.model.read;

import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.TrustLevel;
import dev.countersign.model.language.Key;
import dev.countersign.model.language.KeyType;
import dev.countersign.model.language.KeyType.Vocable;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the value of a key by its type. */
final class ValueBinder {
  private static final String NONE = "none";
  private static final String UNKNOWN = "Leave the key out while it is not known.";
  private static final String CHOOSE = "Choose one of these.";
  private static final List<String> LEVELS = levels();
  private static final Set<String> PLACEHOLDERS = Set.of("…", "...", "?", "???", "tbd", "todo");

  private final Problems problems;
  private final References references;

  ValueBinder(Problems problems, References references) {
    this.problems = problems;
    this.references = references;
  }

  /**
   * The value; empty, with a problem reported, where it does not fit the type.
   *
   * <p>By {@code instanceof}, commonest first: a switch over types costs every run milliseconds.
   */
  Optional<FactValue> bind(Key key, YamlNode value) {
    KeyType type = key.type();
    if (type instanceof KeyType.References(var kinds)) {
      return references(key, value, kinds);
    }
    if (type instanceof KeyType.OneOf(var words)) {
      return word(key, value, words).map(FactValue.Word::new);
    }
    if (type instanceof KeyType.AnyOf(var words)) {
      return anyOf(key, value, words);
    }
    if (type instanceof KeyType.FreeText) {
      return text(key, value).map(FactValue.Text::new);
    }
    if (type instanceof KeyType.Trust) {
      return trust(key, value);
    }
    if (type instanceof KeyType.Reference(var kinds)) {
      return reference(key, value, kinds);
    }
    return quantity(type, value);
  }

  private Optional<FactValue> quantity(KeyType type, YamlNode value) {
    if (type instanceof KeyType.YesNo) {
      return MapReader.flag(value, problems).map(FactValue.Flag::new);
    }
    if (type instanceof KeyType.Date) {
      return MapReader.date(value, problems).map(FactValue.Day::new);
    }
    if (type instanceof KeyType.Frequency) {
      return frequency(value);
    }
    if (type instanceof KeyType.Amount) {
      return amount(value);
    }
    return type instanceof KeyType.Number ? number(value) : files(value);
  }

  private Optional<FactValue> anyOf(Key key, YamlNode value, List<Vocable> words) {
    if (isNone(value) && !has(words, NONE)) {
      return Optional.of(new FactValue.Words(List.of()));
    }
    List<YamlNode> items = items(value);
    List<String> found = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      word(key, item, words).ifPresent(found::add);
    }
    return found.size() == items.size()
        ? Optional.of(new FactValue.Words(found))
        : Optional.empty();
  }

  private Optional<String> word(Key key, YamlNode value, List<Vocable> words) {
    if (value instanceof Scalar scalar && has(words, scalar.text())) {
      return Optional.of(scalar.text());
    }
    unknownWord(key, value, words.stream().map(Vocable::word).toList());
    return Optional.empty();
  }

  private Optional<FactValue> trust(Key key, YamlNode value) {
    int level = value instanceof Scalar scalar ? LEVELS.indexOf(scalar.text()) : -1;
    if (level >= 0) {
      return Optional.of(new FactValue.Level(TrustLevel.values()[level]));
    }
    unknownWord(key, value, LEVELS);
    return Optional.empty();
  }

  private void unknownWord(Key key, YamlNode value, List<String> words) {
    if (value instanceof Scalar scalar) {
      String otherwise = "Choose one of these, or leave the key out while it is not known.";
      problems.unknownWord(scalar, words, key.required() ? CHOOSE : otherwise);
    } else {
      problems.expected(value, "one of " + String.join(", ", words), next(key));
    }
  }

  private Optional<FactValue> reference(Key key, YamlNode value, Set<ElementKind> kinds) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      references.add(scalar, kinds);
      return Optional.of(new FactValue.Refs(List.of(scalar.text())));
    }
    problems.expected(value, References.expected(kinds), next(key));
    return Optional.empty();
  }

  private Optional<FactValue> references(Key key, YamlNode value, Set<ElementKind> kinds) {
    if (isNone(value)) {
      return Optional.of(new FactValue.Refs(List.of()));
    }
    List<YamlNode> items = items(value);
    List<String> found = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        references.add(scalar, kinds);
        found.add(scalar.text());
      } else {
        problems.expected(item, References.expected(kinds), next(key));
      }
    }
    return Optional.of(new FactValue.Refs(found));
  }

  private Optional<FactValue> frequency(YamlNode value) {
    Optional<FactValue> rate = scalar(value).flatMap(Quantities::rate);
    if (rate.isEmpty()) {
      problems.expected(
          value,
          "a rate such as 50/s, 200/min, 10/h, 1200000/day or 3/week",
          meant(value, Guess::rate));
    }
    return rate;
  }

  private Optional<FactValue> amount(YamlNode value) {
    Optional<FactValue> money = scalar(value).flatMap(Quantities::money);
    if (money.isEmpty()) {
      problems.expected(
          value,
          "an amount such as '40 EUR' or '20..90 EUR' with an ISO 4217 currency",
          meant(value, Guess::money));
    }
    return money;
  }

  private static String meant(YamlNode value, Function<String, Optional<String>> guess) {
    return scalar(value).flatMap(guess).map(it -> "Write '" + it + "'.").orElse(UNKNOWN);
  }

  private Optional<FactValue> number(YamlNode value) {
    Optional<FactValue> count = scalar(value).flatMap(Quantities::count);
    if (count.isEmpty()) {
      problems.expected(value, "a whole number such as 20", UNKNOWN);
    }
    return count;
  }

  private Optional<FactValue> files(YamlNode value) {
    List<YamlNode> items = items(value);
    List<String> found = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      Optional<String> path = scalar(item).filter(text -> !text.isBlank());
      if (path.isEmpty()) {
        problems.expected(item, "a path or pattern relative to this file", UNKNOWN);
        return Optional.empty();
      }
      found.add(path.get());
    }
    return Optional.of(new FactValue.Paths(found));
  }

  private Optional<String> text(Key key, YamlNode value) {
    Optional<String> text = scalar(value).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      String otherwise = "Write it, or leave the key out while it is not known.";
      problems.expected(value, "text: " + key.phrase(), key.required() ? "Write it." : otherwise);
    } else if (isPlaceholder(text.get())) {
      String message = Problems.quote(text.get()) + " still waits to be filled in";
      problems.add("placeholder", value.span(), message, key.phrase(), "Write it.");
      return Optional.empty();
    }
    return text;
  }

  /** {@code <name>}, {@code ‹…›} and the like, but not an address in angle brackets. */
  private static boolean isPlaceholder(String text) {
    String bare = text.strip();
    char first = bare.charAt(0);
    char last = bare.charAt(bare.length() - 1);
    boolean bracketed = first == '<' && last == '>' || first == '‹' && last == '›';
    return bracketed && bare.indexOf('@') < 0
        || PLACEHOLDERS.contains(bare.toLowerCase(Locale.ROOT));
  }

  private static String next(Key key) {
    return key.required() ? CHOOSE : UNKNOWN;
  }

  private static Optional<String> scalar(YamlNode value) {
    return value instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static List<YamlNode> items(YamlNode value) {
    return value instanceof Sequence list ? list.items() : List.of(value);
  }

  /** {@code none} and {@code [none]}: known to be nobody or nothing. */
  private static boolean isNone(YamlNode value) {
    List<YamlNode> items = items(value);
    return items.size() == 1
        && items.getFirst() instanceof Scalar scalar
        && scalar.text().equals(NONE);
  }

  private static boolean has(List<Vocable> words, String word) {
    for (Vocable vocable : words) {
      if (vocable.word().equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> levels() {
    List<String> words = new ArrayList<>();
    for (TrustLevel level : TrustLevel.values()) {
      words.add(level.word());
    }
    return List.copyOf(words);
  }
}
