package dev.countersign.provenance;

import java.util.OptionalLong;

/**
 * A column of a table, or a key of its objects.
 *
 * @param name as the file says; columns of Parquet within others with a dot between
 * @param type of all values that were looked at
 * @param missing how many of the rows have no value there, if that was counted
 */
public record Column(String name, ColumnType type, OptionalLong missing) {
  /** The most characters of a name that are kept. */
  public static final int MAX_NAME = 256;
}
