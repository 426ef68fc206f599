package dev.countersign.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Where everything stands in the text of a YAML file, to the character: what somebody needs who
 * changes a part of it and nothing else. {@link YamlNode} says what a file means, this says how it
 * is written.
 *
 * <p>Positions are indices into the text. The end of a map or list in block style is the end of its
 * last value: comments and empty lines behind it belong to nobody.
 */
public sealed interface YamlLayout {
  /** Where it starts. */
  int start();

  /** Behind its last character. */
  int end();

  /** Whether it has an anchor or is an alias, so that other places mean it too. */
  boolean shared();

  /**
   * The layout of a text.
   *
   * @param text one that {@link YamlFile} reads without problems, which bounds its depth and size
   */
  static YamlLayout of(String text) {
    return LayoutBuilder.build(text);
  }

  /**
   * A single value.
   *
   * @param text the value, with quotes and escapes resolved; for an alias, its name
   * @param plain whether it stands without quotes
   */
  record Scalar(String text, boolean plain, int start, int end, boolean shared)
      implements YamlLayout {
    /** Whether nothing stands there: no value at all, {@code null} or {@code ~}. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }

  /**
   * A list.
   *
   * @param flow whether it stands in brackets
   */
  record Sequence(boolean flow, int start, int end, boolean shared) implements YamlLayout {}

  /**
   * A map.
   *
   * @param flow whether it stands in braces
   * @param entries in the order of the file
   */
  record Mapping(boolean flow, List<Entry> entries, int start, int end, boolean shared)
      implements YamlLayout {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlLayout value) {}
}
