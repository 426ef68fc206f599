package dev.countersign.model.yaml;

import dev.countersign.model.Place;
import java.util.List;
import java.util.Optional;

/** A value in a YAML file, with where it stands. Immutable; an alias shares the node it names. */
public sealed interface YamlNode {
  /** Where it stands, for the caret of a problem. */
  Span span();

  /** Where it starts. */
  default Place place() {
    return span().place();
  }

  /** What it is, in words for people: "a map", "a list", "text" or "nothing". */
  String shape();

  /**
   * A single value. Types are not guessed: whoever asks knows what it should be.
   *
   * @param text the value, with quotes and escapes resolved
   * @param plain whether it stands without quotes
   */
  record Scalar(String text, boolean plain, Span span) implements YamlNode {
    /** Whether nothing stands there: no value at all, {@code null} or {@code ~}. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String shape() {
      return isNull() ? "nothing" : "text";
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shape() {
      return "a list";
    }
  }

  /** A map; its entries are in the order of the file and no key stands twice. */
  record Mapping(List<Entry> entries, Span span) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of a key; takes time in proportion to the number of entries. */
    public Optional<YamlNode> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    @Override
    public String shape() {
      return "a map";
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
