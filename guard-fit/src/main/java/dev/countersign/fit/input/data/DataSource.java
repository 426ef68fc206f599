package dev.countersign.fit.input.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A table in a file, which can be read several times. */
public interface DataSource {
  /** The most columns of a table. */
  int MOST_COLUMNS = 16_384;

  /**
   * A file by its ending: {@code .csv}, {@code .tsv}, {@code .parquet} or {@code .npy}.
   *
   * @param header whether the first line of a CSV file names its columns; otherwise they are called
   *     1, 2, 3 …
   * @throws UnreadableData if it has another ending
   */
  static DataSource of(Path file, boolean header) throws UnreadableData {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      throw new UnreadableData(file + " is no file. Name a table: .csv, .tsv, .parquet or .npy.");
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".data")) {
      return new CsvSource(file, name.endsWith(".tsv"), header);
    }
    if (name.endsWith(".npy")) {
      return new NpySource(file);
    }
    if (name.endsWith(".parquet")) {
      return new ParquetSource(file);
    }
    throw new UnreadableData(
        file + " has an ending that is not known: .csv, .tsv, .parquet and .npy are.");
  }

  /**
   * The names of the columns.
   *
   * @throws UnreadableData if it is malformed
   */
  List<String> columns() throws IOException, UnreadableData;

  /**
   * Reads all rows.
   *
   * @throws UnreadableData if it is malformed
   */
  void read(Visitor visitor) throws IOException, UnreadableData;

  /** Gets the rows. */
  interface Visitor {
    /** The next row. */
    void row(Cells cells) throws UnreadableData;
  }

  /**
   * The place of a column among these.
   *
   * @throws UnreadableData if there is none of that name
   */
  static int place(List<String> columns, String name) throws UnreadableData {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw new UnreadableData(
          "there is no column '%s'. There are: %s."
              .formatted(name, String.join(", ", columns.stream().limit(20).toList())));
    }
    return place;
  }
}
