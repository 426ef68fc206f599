package dev.countersign.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what is said of a table. */
final class TableReader {
  /** The most columns of a table, and notes on it, that a manifest may hold. */
  private static final int MAX_COLUMNS = 16_384;

  private final ManifestReader.Tokens in;
  private Optional<TableFormat> format = Optional.empty();
  private Optional<String> unreadable = Optional.empty();
  private long rows = -1;
  private final List<Column> columns = new ArrayList<>();
  private List<String> notes = List.of();

  TableReader(ManifestReader.Tokens in) {
    this.in = in;
  }

  Table table() throws MalformedManifest {
    in.object("table", this::key);
    TableFormat known = format.orElseThrow(() -> in.malformed("a table has no format"));
    if (unreadable.isPresent()) {
      return new Table.Unreadable(known, unreadable.get());
    }
    if (rows < 0) {
      throw in.malformed("a table has neither rows nor unreadable");
    }
    return new Table.Read(known, rows, columns, notes);
  }

  private void key(String key) throws MalformedManifest {
    switch (key) {
      case "format" -> format = Optional.of(format(in.text(key)));
      case "unreadable" -> unreadable = Optional.of(in.text(key));
      case "rows" -> rows = in.number(key);
      case "columns" -> in.list(key, MAX_COLUMNS, () -> columns.add(new ColumnReader().column()));
      case "notes" -> notes = in.texts(key, MAX_COLUMNS);
      default -> throw in.unknown(key);
    }
  }

  private TableFormat format(String word) throws MalformedManifest {
    return TableFormat.of(word)
        .orElseThrow(() -> in.malformed("the format \"" + word + "\" is unknown"));
  }

  private final class ColumnReader {
    private String name = "";
    private ColumnType type = ColumnType.UNKNOWN;
    private OptionalLong missing = OptionalLong.empty();

    Column column() throws MalformedManifest {
      in.object("a column", this::key);
      return new Column(name, type, missing);
    }

    private void key(String key) throws MalformedManifest {
      switch (key) {
        case "name" -> name = in.text(key);
        case "type" -> type = type(in.text(key));
        case "missing" -> missing = OptionalLong.of(in.number(key));
        default -> throw in.unknown(key);
      }
    }

    private ColumnType type(String word) throws MalformedManifest {
      return ColumnType.of(word)
          .orElseThrow(() -> in.malformed("the type of column \"" + word + "\" is unknown"));
    }
  }
}
