package dev.countersign.flink;

import java.io.BufferedInputStream;
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
  private static final int MOST_HELD = (1 << 20) + 1;

  @Override
  public StreamFormat.Reader<byte[]> createReader(Configuration config, FSDataInputStream stream) {
    return new Reader(new BufferedInputStream(stream, 1 << 16));
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  }

  private record Reader(InputStream in) implements StreamFormat.Reader<byte[]> {
    @Override
    @SuppressWarnings("NullAway") // Flink's contract: null is the end.
    public byte @Nullable [] read() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      int next = in.read();
      if (next < 0) {
        return null;
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        if (line.size() < MOST_HELD) {
          line.write(next);
        }
      }
      return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
