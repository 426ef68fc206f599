package dev.countersign.model.edit;

import dev.countersign.model.language.KeyType;
import dev.countersign.model.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A value as YAML knows it, without a place: what is to be written, or what a file says. */
public sealed interface YamlValue {
  /** No value at all. */
  record Nothing() implements YamlValue {}

  /** A single value. */
  record Text(String text) implements YamlValue {}

  /** A list. */
  record Items(List<YamlValue> items) implements YamlValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map, in the order in which it is written. */
  record Pairs(Map<String, YamlValue> pairs) implements YamlValue {
    public Pairs {
      pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** The same order counts as well: an edit moves nothing. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Pairs(var others)
          && List.copyOf(pairs.entrySet()).equals(List.copyOf(others.entrySet()));
    }

    @Override
    public int hashCode() {
      return pairs.hashCode();
    }

    /** The map with one key set: in its place if it is there, otherwise as the last. */
    Pairs with(String key, YamlValue value) {
      Map<String, YamlValue> changed = new LinkedHashMap<>(pairs);
      changed.put(key, value);
      return new Pairs(changed);
    }
  }

  /** What a file says. */
  static YamlValue of(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.isNull() ? new Nothing() : new Text(scalar.text());
      case YamlNode.Sequence list -> new Items(list.items().stream().map(YamlValue::of).toList());
      case YamlNode.Mapping map -> {
        Map<String, YamlValue> pairs = new LinkedHashMap<>();
        map.entries().forEach(entry -> pairs.put(entry.key().text(), of(entry.value())));
        yield new Pairs(pairs);
      }
    };
  }

  /** A list of texts. */
  static YamlValue texts(List<String> texts) {
    return new Items(new ArrayList<>(texts.stream().map(Text::new).toList()));
  }

  /**
   * What a person wrote as the value of a key: where several are allowed they stand apart by
   * commas, and {@code none} stands alone. Whether it is valid is for the reader to say.
   */
  static YamlValue written(KeyType type, String answer) {
    String text = answer.strip();
    boolean several =
        type instanceof KeyType.References
            || type instanceof KeyType.AnyOf
            || type instanceof KeyType.Files && text.indexOf(',') >= 0;
    return several && !text.equals("none")
        ? texts(Stream.of(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList())
        : new Text(text);
  }
}
