package dev.countersign.provenance.table;

import dev.countersign.provenance.Column;
import dev.countersign.provenance.ColumnType;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Reads one value of JSON after the other; a row is a value, columns are the keys of objects. */
final class JsonLinesScan implements TableScan {
  /** The most keys that are told of. */
  static final int MAX_KEYS = 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          // A table of all names that ever were would grow with a hostile file.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 24)
                  .maxNameLength(1 << 14)
                  .maxNumberLength(1000)
                  .build())
          .build();

  @Override
  public Table read(InputStream in, Path file) {
    Rows rows = new Rows();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      rows.read(parser);
      return rows.table();
    } catch (JacksonException malformed) {
      String why = Brief.sentence(malformed.getOriginalMessage(), "it is no JSON");
      return new Table.Unreadable(
          TableFormat.JSONL, "after %,d rows: %s".formatted(rows.count, why));
    }
  }

  /** Counts of one file. */
  private static final class Rows {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private long count;
    private long others;
    private boolean more;

    void read(JsonParser parser) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          object(parser);
        } else {
          others++;
          parser.skipChildren();
        }
        count++;
      }
    }

    private void object(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value != JsonToken.VALUE_NULL) {
          key(name).add(type(value), count);
        }
        parser.skipChildren();
      }
    }

    private Key key(String name) {
      if (keys.size() < MAX_KEYS) {
        return keys.computeIfAbsent(name, unseen -> new Key());
      }
      Key known = keys.get(name);
      more |= known == null;
      return known == null ? new Key() : known;
    }

    Table table() {
      List<Column> columns = new ArrayList<>();
      keys.forEach((name, key) ->
          columns.add(
              new Column(
                  Brief.cut(name, Column.MAX_NAME),
                  key.type,
                  OptionalLong.of(count - key.present))));
      return new Table.Read(TableFormat.JSONL, count, columns, notes());
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      if (more) {
        notes.add("there are more keys than the first %,d, which are told".formatted(MAX_KEYS));
      }
      if (others > 0) {
        notes.add("%,d rows are no objects".formatted(others));
      }
      return notes;
    }
  }

  /** What was seen under a key. */
  private static final class Key {
    private ColumnType type = ColumnType.UNKNOWN;
    private long present;
    private long lastRow = -1;

    void add(ColumnType other, long row) {
      // A key that is twice in one object is one value.
      present += row == lastRow ? 0 : 1;
      lastRow = row;
      if (type == ColumnType.UNKNOWN || type == other) {
        type = other;
      } else {
        type = isNumber(type) && isNumber(other) ? ColumnType.NUMBER : ColumnType.MIXED;
      }
    }

    private static boolean isNumber(ColumnType type) {
      return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
    }
  }

  private static ColumnType type(JsonToken value) {
    return switch (value) {
      case VALUE_NUMBER_INT -> ColumnType.INTEGER;
      case VALUE_NUMBER_FLOAT -> ColumnType.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> ColumnType.BOOLEAN;
      case VALUE_STRING -> ColumnType.TEXT;
      case START_OBJECT -> ColumnType.OBJECT;
      case START_ARRAY -> ColumnType.LIST;
      default -> ColumnType.UNKNOWN;
    };
  }
}
