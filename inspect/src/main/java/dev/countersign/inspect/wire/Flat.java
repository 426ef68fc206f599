package dev.countersign.inspect.wire;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A table of FlatBuffers. Every offset is checked when it is followed; tables may share what they
 * point to, so that the number of tables that are entered is bounded. For one thread.
 *
 * @see <a href="https://flatbuffers.dev/internals/">the encoding</a>
 */
public final class Flat {
  /** How many tables are entered in one buffer. */
  public static final int MOST_TABLES = 2_000_000;

  /** A list of fields longer than that describes no table of any schema. */
  private static final int LARGEST_LIST = 4 + 2 * 1000;

  /** A file cut shorter than that may have lost its outermost table. */
  private static final int LEAST = 64;

  private final Buffer buffer;
  private final long table;
  private final long fields;
  private final int fieldsSize;

  private Flat(Buffer buffer, long table) throws Broken, IOException {
    this.buffer = buffer;
    this.table = table;
    this.fields = table - buffer.at(table).i32();
    buffer.enter(fields);
    this.fieldsSize = buffer.at(fields).u16();
    if (fieldsSize < 4 || fieldsSize % 2 != 0 || fieldsSize > LARGEST_LIST) {
      throw new Lie(fields, "a list of fields of %d bytes".formatted(fieldsSize));
    }
  }

  /**
   * The outermost table.
   *
   * @throws Broken if the buffer does not begin with the offset of one
   */
  public static Flat root(Bytes bytes) throws Broken, IOException {
    Buffer buffer = new Buffer(new Cursor(bytes));
    long root = buffer.at(0).u32();
    if (root > bytes.length() - 4 && bytes.length() >= LEAST) {
      throw new Lie(0, "the outermost table at %,d of %,d bytes".formatted(root, bytes.length()));
    }
    return new Flat(buffer, root);
  }

  /** Where it begins, from 0. */
  public long at() {
    return table;
  }

  /** Whether a field is there. */
  public boolean has(int field) throws Broken, IOException {
    return place(field) != 0;
  }

  /** A field of one byte, 0 to 255; what it is otherwise where it is not there. */
  public int u8(int field, int otherwise) throws Broken, IOException {
    long place = place(field);
    return place == 0 ? otherwise : buffer.at(place).u8();
  }

  /** A field of four bytes with a sign. */
  public int i32(int field, int otherwise) throws Broken, IOException {
    long place = place(field);
    return place == 0 ? otherwise : buffer.at(place).i32();
  }

  /** A field of eight bytes; negative from 2^63 on. */
  public long i64(int field, long otherwise) throws Broken, IOException {
    long place = place(field);
    return place == 0 ? otherwise : buffer.at(place).i64();
  }

  /** A field that is a table. */
  public Optional<Flat> table(int field) throws Broken, IOException {
    long place = place(field);
    return place == 0 ? Optional.empty() : Optional.of(new Flat(buffer, follow(place)));
  }

  /** A field of text, at most so many bytes of it; empty where it is not there. */
  public String text(int field, int most) throws Broken, IOException {
    Items items = items(field, 1);
    Cursor in = buffer.at(items.start);
    return new String(in.take(Math.min(items.count, most), most), StandardCharsets.UTF_8);
  }

  /** A field that is a list of numbers or bytes of one size. */
  public Items items(int field, int size) throws Broken, IOException {
    long place = place(field);
    if (place == 0) {
      return new Items(buffer, 0, 0, size);
    }
    long vector = follow(place);
    long count = buffer.at(vector).u32();
    if (count > (buffer.length() - vector - 4) / size) {
      throw new Broken(vector, "a list of %,d items, and the file ends before".formatted(count));
    }
    return new Items(buffer, vector + 4, count, size);
  }

  /** A field that is a list of tables. */
  public Items tables(int field) throws Broken, IOException {
    return items(field, 4);
  }

  private long place(int field) throws Broken, IOException {
    int entry = 4 + 2 * field;
    if (entry + 2 > fieldsSize) {
      return 0;
    }
    int offset = buffer.at(fields + entry).u16();
    return offset == 0 ? 0 : table + offset;
  }

  private long follow(long place) throws Broken, IOException {
    long to = place + buffer.at(place).u32();
    if (to > buffer.length() - 4) {
      throw new Broken(place, "an offset that leads to %,d, after the end".formatted(to));
    }
    return to;
  }

  /**
   * A list.
   *
   * @see #items
   */
  public static final class Items {
    private final Buffer buffer;
    private final long start;
    private final long count;
    private final int size;

    private Items(Buffer buffer, long start, long count, int size) {
      this.buffer = buffer;
      this.start = start;
      this.count = count;
      this.size = size;
    }

    /** How many items it has; the file has room for them. */
    public long count() {
      return count;
    }

    /** Where the first begins, from 0. */
    public long at() {
      return start;
    }

    /** A number of four bytes. */
    public int i32(long index) throws Broken, IOException {
      return buffer.at(start + index * size).i32();
    }

    /** A table. */
    public Flat table(long index) throws Broken, IOException {
      long place = start + index * size;
      return new Flat(buffer, place + buffer.at(place).u32());
    }
  }

  /** The whole, which all its tables share. */
  private static final class Buffer {
    private final Cursor in;
    private int entered;

    Buffer(Cursor in) {
      this.in = in;
    }

    long length() {
      return in.length();
    }

    Cursor at(long place) throws Broken {
      if (place < 0 || place >= in.length()) {
        throw new Broken(Math.max(0, place), "an offset that leads out of the file");
      }
      in.seek(place);
      return in;
    }

    void enter(long place) throws Broken {
      if (++entered > MOST_TABLES) {
        throw new Broken(place, "more than %,d tables".formatted(MOST_TABLES));
      }
    }
  }
}
