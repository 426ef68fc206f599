package dev.countersign.report.register;

import java.util.Collection;
import java.util.List;

/**
 * Rows under columns.
 *
 * @param title what it holds, one or two words
 * @param columns from left to right
 * @param rows each with one cell for each column
 */
public record Table(String title, List<Heading> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The heading of a column; as in {@link Column}. */
  public record Heading(String name, String title, int width) {}

  /** The table of these things. */
  static <T> Table of(String title, List<Column<T>> columns, Collection<T> things) {
    return new Table(
        title,
        columns.stream().map(c -> new Heading(c.name(), c.title(), c.width())).toList(),
        things.stream().map(thing -> row(columns, thing)).toList());
  }

  private static <T> List<Cell> row(List<Column<T>> columns, T thing) {
    return columns.stream().map(column -> column.of(thing)).toList();
  }
}
