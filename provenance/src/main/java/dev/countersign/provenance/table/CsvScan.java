package dev.countersign.provenance.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Reads values that are divided by a character, in UTF-8. The first record is the header. Rows,
 * missing values and types are those of all rows.
 */
final class CsvScan implements TableScan {
  /** The most characters of a field, and fields of a record. */
  private static final int MAX_FIELD = 1 << 20;

  private final char separator;

  CsvScan(char separator) {
    this.separator = separator;
  }

  @Override
  public Table read(InputStream in, Path file) {
    CsvColumns columns = new CsvColumns();
    // Not to be closed: the caller's stream goes on behind it.
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try {
      Iterator<Boolean> records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .detectBomHeader(false)
              .maxBufferSize(MAX_FIELD)
              .build(columns, text)
              .iterator();
      while (records.hasNext()) {
        records.next();
      }
      return columns.table();
    } catch (CsvParseException | UncheckedIOException | IllegalStateException malformed) {
      return new Table.Unreadable(TableFormat.CSV, why(columns, malformed));
    }
  }

  private static String why(CsvColumns columns, RuntimeException malformed) {
    Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
    String what =
        cause instanceof CharacterCodingException
            ? "it is no UTF-8"
            : Brief.sentence(cause.getMessage(), "it is no CSV");
    return "after %,d rows: %s".formatted(columns.rows(), what);
  }
}
