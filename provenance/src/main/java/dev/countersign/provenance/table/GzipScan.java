package dev.countersign.provenance.table;

import dev.countersign.provenance.Table;
import dev.countersign.provenance.TableFormat;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a table that is compressed with gzip, up to a bound of what it expands to. */
final class GzipScan implements TableScan {
  /** The most bytes that are expanded: 64 GiB. */
  private static final long MAX_EXPANDED = 64L << 30;

  private static final int BUFFER = 1 << 16;

  private final TableScan inner;

  GzipScan(TableScan inner) {
    this.inner = inner;
  }

  @Override
  public Table read(InputStream in, Path file) {
    try {
      return inner.read(new Bounded(new GZIPInputStream(in, BUFFER)), file);
    } catch (IOException malformed) {
      TableFormat format = inner instanceof CsvScan ? TableFormat.CSV : TableFormat.JSONL;
      return new Table.Unreadable(format, Brief.sentence(malformed.getMessage(), "it is no gzip"));
    }
  }

  private static final class Bounded extends FilterInputStream {
    private long expanded;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      expanded += Math.max(read, 0);
      if (expanded > MAX_EXPANDED) {
        throw new IOException("it expands to more than 64 GiB");
      }
      return read;
    }
  }
}
