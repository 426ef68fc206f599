package dev.countersign.discover.lexicon;

import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML file that comes with the module. */
final class Resource {
  private static final String FOLDER = "/dev/countersign/discover/";

  private final String name;
  private final Mapping map;

  private Resource(String name, Mapping map) {
    this.name = name;
    this.map = map;
  }

  /**
   * Reads a file of this name.
   *
   * @throws IllegalStateException if it is missing or broken, which is a mistake in the build
   */
  static Resource of(String name) {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlFile.parse(name, bytes(name), problems);
    if (root.isPresent() && root.get() instanceof Mapping map && problems.isEmpty()) {
      return new Resource(name, map);
    }
    throw new IllegalStateException(name + " is broken: " + problems.sorted());
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A map of maps, in the order of the file. */
  Map<String, Line> lines(String key) {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Entry entry : section(key, Mapping.class).entries()) {
      lines.put(entry.key().text(), line(entry.value()));
    }
    return lines;
  }

  /** A list of maps, in the order of the file. */
  List<Line> list(String key) {
    return section(key, Sequence.class).items().stream().map(this::line).toList();
  }

  /** A map of words. */
  Map<String, String> words(String key) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Entry entry : section(key, Mapping.class).entries()) {
      if (entry.value() instanceof Scalar scalar) {
        words.put(entry.key().text(), scalar.text());
      }
    }
    return words;
  }

  /** A list of words. */
  List<String> names(String key) {
    return texts(section(key, Sequence.class));
  }

  private <T extends YamlNode> T section(String key, Class<T> type) {
    return map.get(key)
        .filter(type::isInstance)
        .map(type::cast)
        .orElseThrow(() -> new IllegalStateException(name + " has no " + key));
  }

  private Line line(YamlNode node) {
    if (node instanceof Mapping fields) {
      return new Line(fields);
    }
    throw new IllegalStateException(name + ": expected a map at " + node.place());
  }

  private static List<String> texts(YamlNode node) {
    List<YamlNode> items = node instanceof Sequence list ? list.items() : List.of(node);
    return items.stream()
        .filter(Scalar.class::isInstance)
        .map(item -> ((Scalar) item).text())
        .toList();
  }

  /** The fields of one line. */
  record Line(Mapping fields) {
    /** A field; empty where it is not there. */
    String text(String key) {
      return fields.get(key).map(Resource::texts).map(List::getFirst).orElse("");
    }

    List<String> texts(String key) {
      return fields.get(key).map(Resource::texts).orElse(List.of());
    }
  }
}
