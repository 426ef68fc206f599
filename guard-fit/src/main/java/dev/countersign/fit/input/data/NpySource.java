package dev.countersign.fit.input.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An array of NumPy, whose first axis are rows; further axes are columns, one after the other,
 * called 0, 1, 2 ….
 */
final class NpySource implements DataSource {
  private final Path file;

  NpySource(Path file) {
    this.file = file;
  }

  @Override
  public List<String> columns() throws IOException, UnreadableData {
    try (InputStream in = Files.newInputStream(file)) {
      return IntStream.range(0, NpyHeader.read(in, file).columns())
          .mapToObj(Integer::toString)
          .toList();
    }
  }

  @Override
  public void read(Visitor visitor) throws IOException, UnreadableData {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      NpyHeader header = NpyHeader.read(in, file);
      byte[] bytes = new byte[Math.multiplyExact(header.columns(), header.type().size())];
      Row row = new Row(ByteBuffer.wrap(bytes).order(header.order()), header.type());
      DataInputStream data = new DataInputStream(in);
      for (long i = 0; i < header.rows(); i++) {
        data.readFully(bytes);
        visitor.row(row);
      }
    } catch (EOFException end) {
      throw new UnreadableData(
          file + " ends before the last row that its header announces. Save it anew.");
    }
  }

  private record Row(ByteBuffer bytes, NpyHeader.Type type) implements Cells {
    @Override
    public boolean missing(int column) {
      return Double.isNaN(number(column));
    }

    @Override
    public double number(int column) {
      int at = column * type.size();
      return switch (type) {
        case FLOAT32 -> bytes.getFloat(at);
        case FLOAT64 -> bytes.getDouble(at);
        case INT8 -> bytes.get(at);
        case UINT8 -> bytes.get(at) & 0xFF;
        case INT16 -> bytes.getShort(at);
        case UINT16 -> bytes.getShort(at) & 0xFFFF;
        case INT32 -> bytes.getInt(at);
        case UINT32 -> bytes.getInt(at) & 0xFFFF_FFFFL;
        case INT64 -> bytes.getLong(at);
      };
    }

    @Override
    public String text(int column) {
      double value = number(column);
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
