package dev.countersign.fit.input.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Values divided by commas (RFC 4180), tabs or semicolons, in UTF-8. Space around a value does not
 * count.
 */
final class CsvSource implements DataSource {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final Set<String> NOTHING =
      Set.of("", "?", "NA", "N/A", "NaN", "nan", "null", "NULL", "None");

  private final Path file;
  private final boolean header;
  private final char separator;

  CsvSource(Path file, boolean tabs, boolean header) throws UnreadableData {
    this.file = file;
    this.header = header;
    this.separator = tabs ? '\t' : separator(file);
  }

  /** Spreadsheets of half of Europe write semicolons. */
  private static char separator(Path file) throws UnreadableData {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      char[] start = new char[1 << 13];
      int length = Math.max(0, reader.read(start));
      String line = new String(start, 0, length).lines().findFirst().orElse("");
      return line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
    } catch (IOException failed) {
      throw new UnreadableData(file + " cannot be read, or is no UTF-8.");
    }
  }

  @Override
  public List<String> columns() throws IOException, UnreadableData {
    List<List<String>> first = new ArrayList<>();
    records((record, line) -> {
      first.add(record.stream().map(String::strip).toList());
      return false;
    });
    if (first.isEmpty()) {
      throw new UnreadableData(file + " has no rows.");
    }
    List<String> names = first.getFirst();
    if (names.size() > MOST_COLUMNS) {
      throw new UnreadableData(
          "%s has %,d columns, and %,d are possible.".formatted(file, names.size(), MOST_COLUMNS));
    }
    return header
        ? named(names)
        : IntStream.rangeClosed(1, names.size()).mapToObj(Integer::toString).toList();
  }

  /** Data taken for names would silently lose a row, and give columns odd names. */
  private List<String> named(List<String> names) throws UnreadableData {
    boolean numbers = names.stream().anyMatch(name -> !Double.isNaN(number(name)));
    if (numbers || new HashSet<>(names).size() < names.size() || names.contains("")) {
      throw new UnreadableData(
          file
              + ", line 1 does not look like names of columns. If there are none, say --no-header;"
              + " columns are called 1, 2, 3 … then.");
    }
    return names;
  }

  @Override
  public void read(Visitor visitor) throws IOException, UnreadableData {
    int width = columns().size();
    Line cells = new Line();
    boolean[] skip = {header};
    records((record, line) -> {
      if (skip[0]) {
        skip[0] = false;
        return true;
      }
      if (record.size() != width) {
        throw new UnreadableData(
            "%s, line %,d has %,d values, and the first line has %,d. Is a value quoted wrongly?"
                .formatted(file, line, record.size(), width));
      }
      cells.values = record;
      visitor.row(cells);
      return true;
    });
  }

  private interface Each {
    boolean more(List<String> fields, long line) throws UnreadableData;
  }

  private void records(Each each) throws IOException, UnreadableData {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(MOST_CHARACTERS)
            .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      for (CsvRecord record : reader) {
        if (!each.more(record.getFields(), record.getStartingLineNumber())) {
          return;
        }
      }
    } catch (CsvParseException | UncheckedIOException wrong) {
      throw new UnreadableData(
          "%s is no CSV in UTF-8 (%s).".formatted(file, String.valueOf(wrong.getMessage())));
    }
  }

  /** Only what people write as numbers: Java would take {@code 1d} and {@code 0x1p3} too. */
  static double number(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private static final class Line implements Cells {
    private List<String> values = List.of();

    @Override
    public boolean missing(int column) {
      return NOTHING.contains(text(column));
    }

    @Override
    public double number(int column) {
      return CsvSource.number(text(column));
    }

    @Override
    public String text(int column) {
      return values.get(column).strip();
    }
  }
}
