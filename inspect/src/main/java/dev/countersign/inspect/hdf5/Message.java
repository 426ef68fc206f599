package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;

/**
 * A message of an object header (section IV.A.2).
 *
 * @param type its number
 * @param shared whether its body only says where it stands
 * @param address of its body
 */
record Message(int type, boolean shared, long address, Bytes body) {
  static final int LINK_INFO = 0x02;
  static final int DATATYPE = 0x03;
  static final int LINK = 0x06;
  static final int EXTERNAL_FILES = 0x07;
  static final int LAYOUT = 0x08;
  static final int FILTERS = 0x0B;
  static final int ATTRIBUTE = 0x0C;
  static final int CONTINUATION = 0x10;
  static final int SYMBOL_TABLE = 0x11;
  static final int ATTRIBUTE_INFO = 0x15;

  Cursor in() {
    return new Cursor(body);
  }
}
