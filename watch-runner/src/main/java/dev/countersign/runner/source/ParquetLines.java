package dev.countersign.runner.source;

import dev.countersign.runner.Causes;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The rows of a Parquet file as lines. The file is whole before it is read; what is hostile in it
 * ends the reading with an {@link IOException}, and rows before that are given.
 */
final class ParquetLines implements Lines {
  private static final int MOST_COLUMNS = 10_000;
  private static final Set<CompressionCodec> CODECS =
      EnumSet.of(
          CompressionCodec.UNCOMPRESSED,
          CompressionCodec.SNAPPY,
          CompressionCodec.GZIP,
          CompressionCodec.ZSTD,
          CompressionCodec.LZ4,
          CompressionCodec.LZ4_RAW);

  /** Held, since levels of loggers that nobody holds are forgotten. */
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    LIBRARY.setLevel(Level.OFF);
    // The library would load native code for pages, with a warning.
    System.setProperty("hardwood.uselibdeflate", "false");
  }

  private final ParquetFileReader file;
  private final RowReader rows;
  private final RowJson json = new RowJson();
  private long row;
  private boolean ended;
  private Optional<IOException> failed = Optional.empty();

  private ParquetLines(ParquetFileReader file, long row) {
    this.file = file;
    this.row = row;
    this.rows = file.buildRowReader().skip(row).build();
  }

  /**
   * Opens a file.
   *
   * @param row which is read first
   * @throws IOException if it is no Parquet that can be read
   */
  static ParquetLines open(Path path, long row) throws IOException {
    Optional<ParquetFileReader> file = Optional.empty();
    try {
      file = Optional.of(ParquetFileReader.open(InputFile.of(path)));
      check(file.get());
      return new ParquetLines(file.get(), row);
    } catch (IOException | RuntimeException | VirtualMachineError wrong) {
      if (file.isPresent()) {
        file.get().close();
      }
      throw malformed(wrong);
    }
  }

  private static void check(ParquetFileReader file) throws IOException {
    int columns = file.getFileSchema().getColumnCount();
    if (columns > MOST_COLUMNS) {
      throw new IOException("%,d columns, and %,d are possible".formatted(columns, MOST_COLUMNS));
    }
    for (RowGroup group : file.getFileMetaData().rowGroups()) {
      for (ColumnChunk chunk : group.columns()) {
        if (!CODECS.contains(chunk.metaData().codec())) {
          throw new IOException(
              "pages are compressed by %s; write it with Snappy, zstd, gzip or LZ4"
                  .formatted(chunk.metaData().codec()));
        }
      }
    }
  }

  /** The library believes counts that stand in the file, and asks for memory for them. */
  private static IOException malformed(Throwable why) {
    Throwable cause = Causes.innermost(why);
    String says = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return cause instanceof OutOfMemoryError
        ? new IOException("as Parquet it needs more memory than there is", why)
        : new IOException("it is no Parquet that can be read: " + says, why);
  }

  @Override
  public void next(Block block) throws IOException {
    if (failed.isPresent()) {
      throw failed.get();
    }
    try {
      while (!block.isFull() && rows.hasNext()) {
        rows.next();
        line(block);
        row++;
      }
      ended = !block.isFull();
    } catch (RuntimeException | VirtualMachineError wrong) {
      failed = Optional.of(malformed(wrong));
      if (block.count() == 0 && block.tooLong().isEmpty()) {
        throw failed.get();
      }
    }
  }

  private void line(Block block) {
    try {
      block.add(json.line(rows), row);
    } catch (RowJson.TooLong wide) {
      byte[] head = json.head();
      block.tooLong(row, head.length, Arrays.copyOf(head, Block.HEAD));
    }
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void last(Block block) {
    // A row is never half.
  }

  @Override
  public long offset() {
    return row;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    file.close();
  }
}
