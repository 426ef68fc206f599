package dev.countersign.runner.mapping;

import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.watch.log.Field;
import dev.countersign.watch.log.Mapping;
import dev.countersign.watch.log.Mapping.Place;
import dev.countersign.watch.log.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** Reads mapping files ({@code docs/watch-mapping.md}). */
public final class MappingReader {
  private static final String KEY = "watch-mapping";

  private final Problems problems;

  /** Which tells what is wrong. */
  public MappingReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a file; empty where something is wrong with it. */
  public Optional<Mapping> read(Path file) {
    return YamlFile.read(file, problems).flatMap(this::read);
  }

  private Optional<Mapping> read(YamlNode root) {
    MapReader map = MapReader.of(root, "a mapping", problems);
    map.required(KEY, "the version of the language, 1").word(KEY, List.of("1"));
    Mapping preset =
        map.word("preset", Presets.names())
            .flatMap(Presets::named)
            .orElse(new Mapping(Map.of(), List.of(), Map.of()));
    List<String> columns = map.node("columns").map(this::texts).orElse(List.of());
    Mapping own =
        new Mapping(
            map.node("fields").map(this::fields).orElse(Map.of()),
            columns,
            map.node("only").map(this::only).orElse(Map.of()));
    map.done();
    Mapping mapping = preset.under(own);
    if (problems.isEmpty() && !mapping.fields().containsKey(Field.TIME)) {
      problems.expected(root, "a place of time below fields", "Write 'fields: { time: /time }'.");
    }
    return problems.isEmpty() ? Optional.of(mapping) : Optional.empty();
  }

  private Map<Field, List<Place>> fields(YamlNode node) {
    Map<Field, List<Place>> fields = new EnumMap<>(Field.class);
    List<String> words = Stream.of(Field.values()).map(Field::word).toList();
    for (Entry entry : MapReader.of(node, "where fields are", problems).map().entries()) {
      Optional<Field> field = Field.of(entry.key().text());
      if (field.isEmpty()) {
        problems.unknownKey(entry.key(), words);
      } else {
        fields.put(field.get(), places(entry.value()));
      }
    }
    return fields;
  }

  private List<Place> places(YamlNode node) {
    List<Place> places = new ArrayList<>();
    for (Scalar text : MapReader.scalars(node, problems)) {
      try {
        places.add(Place.of(text.text()));
      } catch (IllegalArgumentException neither) {
        problems.expected(
            text,
            "a JSON Pointer, or = and a text",
            "Write /request/model for a member, or =fraud for what is the same for all lines.");
      }
    }
    return places;
  }

  private Map<JsonPointer, List<String>> only(YamlNode node) {
    Map<JsonPointer, List<String>> only = new LinkedHashMap<>();
    for (Entry entry :
        MapReader.of(node, "what has to stand in a line", problems).map().entries()) {
      try {
        only.put(Mapping.pointer(entry.key().text()), texts(entry.value()));
      } catch (IllegalArgumentException none) {
        problems.expected(entry.key(), "a JSON Pointer", "Begin it with /, as in /kind.");
      }
    }
    return only;
  }

  private List<String> texts(YamlNode node) {
    return MapReader.scalars(node, problems).stream().map(Scalar::text).toList();
  }
}
