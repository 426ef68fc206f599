package dev.countersign.provenance.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The smallest Parquet: a footer in Thrift's compact protocol and no row group. Two columns, {@code
 * id} of 64 bits and {@code name} of UTF-8.
 */
final class TinyParquet {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream footer = new ByteArrayOutputStream();

  private TinyParquet() {}

  static byte[] file(long rows) {
    TinyParquet parquet = new TinyParquet();
    parquet.footer(rows);
    byte[] footer = parquet.footer.toByteArray();
    return ByteBuffer.allocate(footer.length + 12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("PAR1".getBytes(US_ASCII))
        .put(footer)
        .putInt(footer.length)
        .put("PAR1".getBytes(US_ASCII))
        .array();
  }

  private void footer(long rows) {
    field(1, I32);
    number(1);
    field(1, LIST);
    footer.write(3 << 4 | STRUCT);
    root();
    column(2, "id", false);
    column(6, "name", true);
    field(1, I64);
    number(rows);
    field(1, LIST);
    footer.write(STRUCT);
    footer.write(0);
  }

  private void root() {
    field(4, BINARY);
    text("schema");
    field(1, I32);
    number(2);
    footer.write(0);
  }

  private void column(int type, String name, boolean utf8) {
    field(1, I32);
    number(type);
    field(2, I32);
    number(1);
    field(1, BINARY);
    text(name);
    if (utf8) {
      field(2, I32);
      number(0);
    }
    footer.write(0);
  }

  /** So many fields after the one before. */
  private void field(int delta, int type) {
    footer.write(delta << 4 | type);
  }

  /** Zigzag, then groups of seven bits. */
  private void number(long value) {
    long zigzag = value << 1 ^ value >> 63;
    while (zigzag >= 0x80) {
      footer.write((int) (zigzag & 0x7F | 0x80));
      zigzag >>>= 7;
    }
    footer.write((int) zigzag);
  }

  private void text(String text) {
    footer.write(text.length());
    footer.writeBytes(text.getBytes(US_ASCII));
  }
}
