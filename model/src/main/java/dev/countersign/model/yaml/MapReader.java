package dev.countersign.model.yaml;

import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a small map key by key and says what is wrong with it.
 *
 * <pre>{@code
 * MapReader map = MapReader.of(node, "a policy", problems);
 * Optional<String> owner = map.text("owner");
 * Optional<LocalDate> until = map.required("until", "the last day").date("until");
 * map.done();
 * }</pre>
 *
 * <p>The keys that were asked for are the keys that there are: {@link #done} reports all others,
 * with the nearest that was asked for. A key whose value is wrong is reported and read as absent.
 */
public final class MapReader {
  private final Mapping map;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private MapReader(Mapping map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * Starts to read.
   *
   * @param what what the map describes, with its article; told where {@code node} is no map, which
   *     is then read as an empty one
   */
  public static MapReader of(YamlNode node, String what, Problems problems) {
    if (node instanceof Mapping map) {
      return new MapReader(map, problems);
    }
    problems.expected(node, "a map: " + what, "Write it as 'key: value' lines.");
    return new MapReader(new Mapping(List.of(), node.span()), problems);
  }

  /** The map itself. */
  public Mapping map() {
    return map;
  }

  /**
   * Reports the key as missing if it is.
   *
   * @param meaning what it says, a phrase
   */
  public MapReader required(String key, String meaning) {
    if (map.get(key).isEmpty()) {
      problems.missingKey(map.span(), key, meaning);
    }
    return this;
  }

  /** The value of a key, whatever it is. */
  public Optional<YamlNode> node(String key) {
    asked.add(key);
    return map.get(key);
  }

  /** The value of a key as a single value that is not nothing. */
  public Optional<Scalar> scalar(String key) {
    return node(key).flatMap(value -> scalar(value, "text"));
  }

  /** The value of a key as text. */
  public Optional<String> text(String key) {
    return scalar(key).map(Scalar::text);
  }

  /** The value of a key as one of these words. */
  public Optional<String> word(String key, List<String> words) {
    Optional<YamlNode> value = node(key);
    if (value.isPresent() && value.get() instanceof Scalar scalar) {
      return Optional.of(scalar).filter(s -> known(s, words)).map(Scalar::text);
    }
    value.ifPresent(
        node -> problems.expected(node, "one of " + String.join(", ", words), "Choose one."));
    return Optional.empty();
  }

  /** The value of a key as a day. */
  public Optional<LocalDate> date(String key) {
    return node(key).flatMap(value -> date(value, problems));
  }

  /** The value of a key as yes or no. */
  public Optional<Boolean> flag(String key) {
    return node(key).flatMap(value -> flag(value, problems));
  }

  /** The value of a key as single values: one, or a list of them; empty where it is absent. */
  public List<Scalar> scalars(String key) {
    return node(key).map(value -> scalars(value, problems)).orElse(List.of());
  }

  /** The value of a key as texts: one, or a list of them; empty where it is absent. */
  public List<String> texts(String key) {
    return scalars(key).stream().map(Scalar::text).toList();
  }

  /** Reports every key that was not asked for. */
  public void done() {
    for (Entry entry : map.entries()) {
      if (!asked.contains(entry.key().text())) {
        problems.unknownKey(entry.key(), asked);
      }
    }
  }

  /** A value as a day ({@code 2027-02-01}); reports it if it is none. */
  public static Optional<LocalDate> date(YamlNode value, Problems problems) {
    if (value instanceof Scalar scalar && scalar.text().length() == "2027-02-01".length()) {
      try {
        return Optional.of(LocalDate.parse(scalar.text()));
      } catch (DateTimeException noDay) {
        problems.expected(value, "a day of the calendar", "Write it as 2027-02-01.");
        return Optional.empty();
      }
    }
    problems.expected(value, "a day", "Write it as 2027-02-01.");
    return Optional.empty();
  }

  /**
   * A value as yes or no ({@code true} and {@code false} are read too); reports it if it is
   * neither.
   */
  public static Optional<Boolean> flag(YamlNode value, Problems problems) {
    String text = value instanceof Scalar scalar ? scalar.text() : "";
    switch (text) {
      case "yes", "true" -> {
        return Optional.of(true);
      }
      case "no", "false" -> {
        return Optional.of(false);
      }
      default -> {
        problems.expected(value, "yes or no", "Leave the key out while it is not known.");
        return Optional.empty();
      }
    }
  }

  /** A value as single values: one, or a list of them; reports what is neither. */
  public static List<Scalar> scalars(YamlNode value, Problems problems) {
    List<YamlNode> items = value instanceof Sequence list ? list.items() : List.of(value);
    List<Scalar> found = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        found.add(scalar);
      } else {
        problems.expected(item, "text, or a list of texts", "Write one or a list in brackets.");
      }
    }
    return found;
  }

  private Optional<Scalar> scalar(YamlNode value, String expected) {
    if (value instanceof Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    problems.expected(value, expected, "Write it, or leave the key out.");
    return Optional.empty();
  }

  private boolean known(Scalar value, List<String> words) {
    if (words.contains(value.text())) {
      return true;
    }
    problems.unknownWord(value, words, "Choose one of these.");
    return false;
  }
}
