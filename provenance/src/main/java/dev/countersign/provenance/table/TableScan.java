package dev.countersign.provenance.table;

import dev.countersign.provenance.Table;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Counts the rows of a file of some format and tells what its columns are. */
public interface TableScan {
  /**
   * Reads as much as it needs. Throws nothing: a stream that fails gives {@link Table.Unreadable}.
   *
   * @param in the bytes of the file; not closed
   * @param file the file, for formats that begin at the end
   */
  Table read(InputStream in, Path file);

  /** What reads a file of this name; empty if it is no table as far as its ending tells. */
  static Optional<TableScan> of(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : ending(name, name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static Optional<TableScan> ending(String name, String ending) {
    return switch (ending) {
      case "csv" -> Optional.of(new CsvScan(','));
      case "tsv" -> Optional.of(new CsvScan('\t'));
      case "jsonl", "ndjson" -> Optional.of(new JsonLinesScan());
      case "parquet" -> Optional.of(new ParquetScan());
      case "gz" -> compressed(name.substring(0, name.length() - ".gz".length()));
      default -> Optional.empty();
    };
  }

  private static Optional<TableScan> compressed(String name) {
    return of(name)
        .filter(scan -> scan instanceof CsvScan || scan instanceof JsonLinesScan)
        .map(GzipScan::new);
  }
}
