package dev.countersign.flink;

import dev.countersign.watch.log.LineParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of files as bytes, one file by one worker so that their order stays. Of a line that is
 * longer than any event only so much is held that the next stage refuses it.
 */
final class Lines extends SimpleStreamFormat<byte[]> {
  private static final long serialVersionUID = 1L;
  private static final int MOST_HELD = LineParser.LONGEST_LINE + 1;

  @Override
  public StreamFormat.Reader<byte[]> createReader(Configuration config, FSDataInputStream stream) {
    return new Reader(stream);
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  }

  /** Reads lines one after the other. */
  static final class Reader implements StreamFormat.Reader<byte[]> {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Reader(InputStream in) {
      this.in = in;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink's contract: null is the end.
    public byte @Nullable [] read() throws IOException {
      if (!isMore()) {
        return null;
      }
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      while (isMore()) {
        int from = at;
        while (at < filled && buffer[at] != '\n') {
          at++;
        }
        line.write(buffer, from, Math.min(at - from, MOST_HELD - line.size()));
        if (at < filled) {
          at++;
          return line.toByteArray();
        }
      }
      return line.toByteArray();
    }

    private boolean isMore() throws IOException {
      if (at < filled) {
        return true;
      }
      filled = Math.max(0, in.read(buffer));
      at = 0;
      return filled > 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
