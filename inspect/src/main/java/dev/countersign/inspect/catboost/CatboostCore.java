package dev.countersign.inspect.catboost;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The core of a model: a table of FlatBuffers with a version and a map of information ({@code
 * TModelCore} in CatBoost's {@code model.fbs}).
 */
final class CatboostCore {
  private static final int LONGEST = 16 << 20;
  private static final int MOST = 1_000;
  private static final int VERSION = 0;
  private static final int INFORMATION = 2;

  private final Bytes bytes;

  CatboostCore(Bytes bytes) {
    this.bytes = bytes;
  }

  /** The version of the format. */
  String version() throws Broken, IOException {
    return text(field(root(), VERSION));
  }

  /** What the model says of itself, by key. */
  Map<String, String> information() throws Broken, IOException {
    Map<String, String> information = new LinkedHashMap<>();
    long vector = field(root(), INFORMATION);
    if (vector < 0) {
      return information;
    }
    Cursor in = at(vector + at(vector).u32());
    long count = in.u32();
    in.need(4 * count);
    for (long i = 0; i < Math.min(count, MOST); i++) {
      long entry = vector + at(vector).u32() + 4 + 4 * i;
      long table = entry + at(entry).u32();
      information.put(text(field(table, 0)), text(field(table, 1)));
    }
    return information;
  }

  private long root() throws Broken, IOException {
    return at(0).u32();
  }

  /** Where a field of a table stands; -1 where it has none. */
  private long field(long table, int number) throws Broken, IOException {
    long shapes = table - at(table).i32();
    int size = at(shapes).u16();
    int place = 4 + 2 * number;
    if (place + 2 > size) {
      return -1;
    }
    int offset = at(shapes + place).u16();
    return offset == 0 ? -1 : table + offset;
  }

  private String text(long field) throws Broken, IOException {
    if (field < 0) {
      return "";
    }
    Cursor in = at(field + at(field).u32());
    return in.utf8(in.u32(), LONGEST);
  }

  private Cursor at(long place) throws Broken {
    if (place < 0 || place + 2 > bytes.length()) {
      throw new Lie(Math.max(0, place), "an offset that is not in the model");
    }
    return new Cursor(bytes.slice(place, bytes.length()));
  }
}
