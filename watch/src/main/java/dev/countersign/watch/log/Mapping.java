package dev.countersign.watch.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where the lines of a foreign log, each an object of JSON, hold what an event needs ({@code
 * docs/watch-mapping.md}).
 *
 * @param fields where each field is; of several places the first that holds something counts
 * @param columns names of features, in order, where rows are objects
 * @param only what has to stand in a line for it to count: by pointer, one of these texts
 */
public record Mapping(
    Map<Field, List<Place>> fields, List<String> columns, Map<JsonPointer, List<String>> only) {

  /** Where something is. */
  public sealed interface Place {
    /** What is there; missing where nothing is. */
    JsonNode in(JsonNode line);

    /** At a JSON Pointer (RFC 6901) of the line. */
    record At(JsonPointer pointer) implements Place {
      @Override
      public JsonNode in(JsonNode line) {
        return line.at(pointer);
      }
    }

    /** The same for all lines. */
    record Constant(String text) implements Place {
      @Override
      public JsonNode in(JsonNode line) {
        return JsonNodeFactory.instance.stringNode(text);
      }
    }

    /**
     * As it stands in mapping files: {@code /model}, or {@code =fraud} for what is the same for all
     * lines.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Place of(String text) {
      if (text.startsWith("=")) {
        return new Constant(text.substring(1));
      }
      return new At(pointer(text));
    }
  }

  /** A mapping of copies. */
  public Mapping {
    fields = Map.copyOf(fields);
    columns = List.copyOf(columns);
    only = Map.copyOf(only);
  }

  /**
   * A JSON Pointer.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static JsonPointer pointer(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no JSON Pointer; one begins with /, as in /request/model");
    }
    return JsonPointer.compile(text);
  }

  /** Where a field is. */
  List<Place> places(Field field) {
    return fields.getOrDefault(field, List.of());
  }

  /** This one, where a field has no place in {@code first}; {@code only} and columns likewise. */
  public Mapping under(Mapping first) {
    Map<Field, List<Place>> both = new EnumMap<>(Field.class);
    both.putAll(fields);
    both.putAll(first.fields);
    return new Mapping(
        both,
        first.columns.isEmpty() ? columns : first.columns,
        first.only.isEmpty() ? only : first.only);
  }

  /** With places by the words of fields. */
  static Mapping of(Map<String, List<String>> places) {
    Map<Field, List<Place>> fields = new EnumMap<>(Field.class);
    places.forEach((word, texts) ->
        fields.put(Field.of(word).orElseThrow(), texts.stream().map(Place::of).toList()));
    return new Mapping(fields, List.of(), Map.of());
  }
}
