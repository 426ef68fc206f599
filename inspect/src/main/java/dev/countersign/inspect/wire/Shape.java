package dev.countersign.inspect.wire;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.BitSet;

/**
 * Which fields a message has, by which bytes without a signature are recognised: each field must be
 * one of them, written as it must be, and the last must end where the bytes end. Immutable once
 * made.
 */
public final class Shape {
  private static final int MOST = 2_000;
  private static final BitSet NONE = new BitSet();

  private final BitSet numbers = new BitSet();
  private final BitSet bytes = new BitSet();

  private Shape() {}

  /** A message without fields. */
  public static Shape of() {
    return new Shape();
  }

  /** The same with fields that are whole numbers. */
  public Shape numbers(int... fields) {
    for (int field : fields) {
      numbers.set(field);
    }
    return this;
  }

  /** The same with fields of text or messages. */
  public Shape bytes(int... fields) {
    for (int field : fields) {
      bytes.set(field);
    }
    return this;
  }

  /**
   * Whether all there is fits; goes through the fields of the outermost message, at most 2,000 of
   * them.
   */
  public boolean fits(Artefact artefact) throws IOException {
    try {
      if (artefact.length() == 0 || !known(artefact.head()[0] & 0xFF)) {
        return false;
      }
      Wire wire = Wire.of(artefact.bytes());
      for (int i = 0; i < MOST && wire.next(); i++) {
        if (!(wire.type() == Wire.VARINT ? numbers : wire.type() == Wire.BYTES ? bytes : NONE)
            .get(wire.field())) {
          return false;
        }
      }
      return true;
    } catch (Broken other) {
      return false;
    }
  }

  /** Whether all of these fields are among the first 2,000. */
  public boolean has(Artefact artefact, int... fields) throws IOException {
    BitSet missing = new BitSet();
    for (int field : fields) {
      missing.set(field);
    }
    try {
      Wire wire = Wire.of(artefact.bytes());
      for (int i = 0; i < MOST && !missing.isEmpty() && wire.next(); i++) {
        missing.clear(wire.field());
      }
      return missing.isEmpty();
    } catch (Broken other) {
      return false;
    }
  }

  /** Whether a field of this shape may begin with this byte, which tells most other bytes apart. */
  private boolean known(int tag) {
    int field = tag >>> 3;
    return (tag >= 0x80 && (numbers.length() > 16 || bytes.length() > 16))
        || ((tag & 7) == Wire.VARINT && numbers.get(field))
        || ((tag & 7) == Wire.BYTES && bytes.get(field));
  }
}
