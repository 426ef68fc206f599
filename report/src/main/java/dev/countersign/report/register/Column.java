package dev.countersign.report.register;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param <T> what a row is about
 * @param name its heading in files for machines: stable, lower case
 * @param title its heading for people
 * @param width how many characters it takes on a sheet
 * @param cell what it says about one thing
 */
public record Column<T>(String name, String title, int width, Function<T, Cell> cell) {
  /** What it says about one thing. */
  public Cell of(T item) {
    return cell.apply(item);
  }
}
