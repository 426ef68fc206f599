package dev.countersign.inspect.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes FlatBuffers, the wrong ones too. A field is an {@code Integer} of four bytes, a {@code
 * Long} of eight, a {@code Byte}, a {@code String}, an {@code int[]}, a {@code byte[]}, a table (a
 * map), or a list of tables.
 */
public final class FlatWriter {
  private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private FlatWriter() {}

  /** A table by its fields: number, value, number, value. */
  public static Map<Integer, Object> table(Object... fields) {
    Map<Integer, Object> table = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      table.put((Integer) fields[i], fields[i + 1]);
    }
    return table;
  }

  /** A buffer with an identifier of four letters. */
  public static byte[] write(String identifier, Map<Integer, Object> root) {
    FlatWriter writer = new FlatWriter();
    writer.out.putInt(0).put(identifier.getBytes(StandardCharsets.US_ASCII));
    writer.out.putInt(0, writer.put(root));
    byte[] bytes = new byte[writer.out.position()];
    writer.out.get(0, bytes);
    return bytes;
  }

  /** Writes a table and returns its place. */
  private int put(Map<Integer, Object> table) {
    int fields = table.isEmpty() ? 0 : ((TreeMap<Integer, Object>) table).lastKey() + 1;
    int list = out.position();
    out.putShort((short) (4 + 2 * fields)).putShort((short) 0);
    out.position(list + 4 + 2 * fields);
    int start = out.position();
    out.putInt(start - list);
    Map<Integer, Integer> later = new TreeMap<>();
    table.forEach((field, value) -> {
      out.putShort(list + 4 + 2 * field, (short) (out.position() - start));
      later.put(field, out.position());
      scalar(value);
    });
    table.forEach((field, value) -> refer(Objects.requireNonNull(later.get(field)), value));
    return start;
  }

  private void scalar(Object value) {
    switch (value) {
      case Byte one -> out.put(one);
      case Long eight -> out.putLong(eight);
      case Integer four -> out.putInt(four);
      default -> out.putInt(0);
    }
  }

  private void refer(int place, Object value) {
    switch (value) {
      case String text -> vector(place, text.getBytes(StandardCharsets.UTF_8), 1);
      case byte[] bytes -> vector(place, bytes, 1);
      case int[] numbers -> {
        ByteBuffer four = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        four.asIntBuffer().put(numbers);
        vector(place, four.array(), 4);
      }
      case List<?> tables -> tables(place, tables);
      case Map<?, ?> table -> out.putInt(place, put(cast(table)) - place);
      default -> {}
    }
  }

  private void vector(int place, byte[] bytes, int size) {
    out.putInt(place, out.position() - place);
    out.putInt(bytes.length / size).put(bytes);
  }

  private void tables(int place, List<?> tables) {
    out.putInt(place, out.position() - place);
    out.putInt(tables.size());
    int first = out.position();
    out.position(first + 4 * tables.size());
    for (int i = 0; i < tables.size(); i++) {
      out.putInt(first + 4 * i, put(cast(tables.get(i))) - first - 4 * i);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Integer, Object> cast(Object table) {
    return (Map<Integer, Object>) table;
  }
}
