package dev.countersign.fit.input.data;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parquet with columns of numbers, truth values and text. */
final class ParquetSource implements DataSource {
  static {
    // The library would load native code for pages, with a warning.
    System.setProperty("hardwood.uselibdeflate", "false");
  }

  private final Path file;

  ParquetSource(Path file) {
    this.file = file;
  }

  @Override
  public List<String> columns() throws UnreadableData {
    List<String> names = new ArrayList<>();
    guarded(reader -> flat(reader).forEach(column -> names.add(column.name())));
    return names;
  }

  @Override
  public void read(Visitor visitor) throws UnreadableData {
    guarded(reader -> {
      List<ColumnSchema> columns = flat(reader);
      try (RowReader rows = reader.rowReader()) {
        Row row = new Row(rows, columns);
        while (rows.hasNext()) {
          rows.next();
          visitor.row(row);
        }
      }
    });
  }

  private List<ColumnSchema> flat(ParquetFileReader reader) throws UnreadableData {
    List<ColumnSchema> columns = reader.getFileSchema().getColumns();
    if (!reader.getFileSchema().isFlatSchema()) {
      throw new UnreadableData(
          file
              + " has columns of lists or structures. Write each number as a column of its own, or"
              + " embeddings as .npy.");
    }
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw new UnreadableData(
          "%s has %,d columns, and 1 to %,d are possible."
              .formatted(file, columns.size(), MOST_COLUMNS));
    }
    return columns;
  }

  private interface Reading {
    void with(ParquetFileReader reader) throws IOException, UnreadableData;
  }

  private void guarded(Reading reading) throws UnreadableData {
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
      reading.with(reader);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError malformed) {
      // The library believes counts that stand in the file, and asks for memory for them.
      throw new UnreadableData(
          "%s cannot be read as Parquet (%s)."
              .formatted(file, String.valueOf(malformed.getMessage())));
    }
  }

  private record Row(RowReader rows, List<ColumnSchema> columns) implements Cells {
    @Override
    public boolean missing(int column) {
      return rows.isNull(column)
          || columns.get(column).type() == PhysicalType.DOUBLE
              && Double.isNaN(rows.getDouble(column))
          || columns.get(column).type() == PhysicalType.FLOAT && Float.isNaN(rows.getFloat(column));
    }

    @Override
    public double number(int column) {
      if (rows.isNull(column)) {
        return Double.NaN;
      }
      return switch (columns.get(column).type()) {
        case INT32 -> rows.getInt(column);
        case INT64 -> rows.getLong(column);
        case FLOAT -> rows.getFloat(column);
        case DOUBLE -> rows.getDouble(column);
        default -> Double.NaN;
      };
    }

    @Override
    public String text(int column) {
      return switch (columns.get(column).type()) {
        case BYTE_ARRAY -> rows.getString(column);
        case INT32 -> Integer.toString(rows.getInt(column));
        case INT64 -> Long.toString(rows.getLong(column));
        default -> String.valueOf(rows.getValue(column));
      };
    }
  }
}
