package dev.countersign.report.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Reads the parts of a workbook that fastexcel wrote. It marks its parts in a way that neither the
 * JDK's stream reader nor its own one takes, but the directory at the end is plain, so that is what
 * is read. Only for what this program wrote itself a moment ago: nothing is checked.
 */
final class PackageParts {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  private PackageParts(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The content of each part by its name, the list of types first. */
  static SortedMap<String, byte[]> of(byte[] workbook) throws IOException {
    return new PackageParts(workbook).read();
  }

  private SortedMap<String, byte[]> read() throws IOException {
    int end = bytes.length - END_SIZE;
    while (buffer.getInt(end) != END) {
      end--;
    }
    SortedMap<String, byte[]> parts = new TreeMap<>();
    int entry = buffer.getInt(end + 16);
    for (int left = buffer.getShort(end + 10); left > 0; left--) {
      int nameLength = buffer.getShort(entry + 28);
      String name = new String(bytes, entry + 46, nameLength, StandardCharsets.UTF_8);
      parts.put(name, content(buffer.getInt(entry + 42), buffer.getInt(entry + 20)));
      entry += 46 + nameLength + buffer.getShort(entry + 30) + buffer.getShort(entry + 32);
    }
    return parts;
  }

  private byte[] content(int header, int size) throws IOException {
    int start = header + 30 + buffer.getShort(header + 26) + buffer.getShort(header + 28);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes, start, size), new Inflater(true))) {
      return in.readAllBytes();
    }
  }
}
