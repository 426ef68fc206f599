package dev.countersign.provenance.table;

import dev.countersign.provenance.Column;
import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the footer of a Parquet file: what it says of rows and columns, not the rows. */
final class ParquetScan implements TableScan {
  /** The most bytes of a footer. */
  private static final int MAX_FOOTER = 64 << 20;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  static {
    // Footers are not compressed. The library would load native code for pages, with a warning.
    System.setProperty("hardwood.uselibdeflate", "false");
  }

  @Override
  public Table read(InputStream in, Path file) {
    try {
      return described(file);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError malformed) {
      // The library believes counts that stand in the file, and asks for memory for them.
      return new Table.Unreadable(
          TableFormat.PARQUET, Brief.sentence(malformed.getMessage(), "it is no Parquet"));
    }
  }

  private static Table described(Path file) throws IOException {
    InputFile footer = InputFile.of(footer(file));
    try (ParquetFileReader reader = ParquetFileReader.open(footer)) {
      return table(reader.getFileMetaData());
    }
  }

  /** A file with the same footer and no data, so that nothing else can be reached. */
  private static ByteBuffer footer(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      if (size < MAGIC.length + TAIL) {
        throw new IOException("it is too short to be Parquet");
      }
      ByteBuffer tail = bytes(channel, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
      int length = tail.getInt();
      if (!tail.equals(ByteBuffer.wrap(MAGIC))) {
        throw new IOException("it does not end as Parquet does");
      }
      if (length < 0 || length > MAX_FOOTER || length > size - MAGIC.length - TAIL) {
        throw new IOException("the length of its footer, %,d, cannot be".formatted(length));
      }
      ByteBuffer small = ByteBuffer.allocate(MAGIC.length + length + TAIL).put(MAGIC);
      return small.put(bytes(channel, size - TAIL - length, length + TAIL)).flip();
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  private static Table table(FileMetaData footer) throws IOException {
    if (footer.numRows() < 0) {
      throw new IOException("it says that it has a negative number of rows");
    }
    ParquetColumns columns = ParquetColumns.of(footer);
    List<String> notes = new ArrayList<>();
    notes.add("rows and columns are what the footer says");
    notes.add("%,d row groups".formatted(footer.rowGroups().size()));
    if (columns.all() > columns.told().size()) {
      notes.add(
          "of %,d columns, only the first %,d are told"
              .formatted(columns.all(), columns.told().size()));
    }
    List<Column> told = columns.told();
    return new Table.Read(TableFormat.PARQUET, footer.numRows(), told, notes);
  }
}
