package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.pickle.Text.Form;
import dev.countersign.inspect.pickle.Text.Kind;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opcodes that put data on the stack and look at nothing on it. */
final class Literals {
  private final Tape tape;
  private final Set<Oddity> oddities;

  Literals(Tape tape, Set<Oddity> oddities) {
    this.tape = tape;
    this.oddities = oddities;
  }

  /** What an opcode puts on the stack; null for opcodes that do something else. */
  @Nullable Value read(int op) throws Broken, IOException {
    return switch (op) {
      case Op.NONE -> Plain.NONE;
      case Op.NEWTRUE -> Plain.TRUE;
      case Op.NEWFALSE -> Plain.FALSE;
      case Op.BININT -> Whole.of(tape.i32());
      case Op.BININT1 -> Whole.of(tape.u8());
      case Op.BININT2 -> Whole.of(tape.u16());
      case Op.INT, Op.LONG -> number(op);
      case Op.LONG1 -> counted(tape.u8());
      case Op.LONG4 -> counted(tape.i32());
      case Op.FLOAT -> real();
      case Op.BINFLOAT -> skipped(8);
      case Op.STRING -> quoted();
      case Op.UNICODE -> tape.line(Kind.STR, Form.RAW_UNICODE_ESCAPE);
      case Op.EMPTY_TUPLE -> Items.empty(Items.Kind.TUPLE);
      case Op.EMPTY_LIST -> Items.empty(Items.Kind.LIST);
      case Op.EMPTY_SET -> Items.empty(Items.Kind.SET);
      case Op.EMPTY_DICT -> new Entries();
      case Op.NEXT_BUFFER -> Plain.OUTSIDE;
      default -> text(op);
    };
  }

  private @Nullable Value text(int op) throws Broken, IOException {
    return switch (op) {
      case Op.SHORT_BINUNICODE -> tape.text(Kind.STR, Form.UTF8, tape.u8());
      case Op.BINUNICODE -> tape.text(Kind.STR, Form.UTF8, tape.u32());
      case Op.BINUNICODE8 -> tape.text(Kind.STR, Form.UTF8, tape.i64());
      case Op.SHORT_BINSTRING -> tape.text(Kind.EITHER, Form.LATIN1, tape.u8());
      case Op.BINSTRING -> tape.text(Kind.EITHER, Form.LATIN1, tape.u32());
      case Op.SHORT_BINBYTES -> tape.text(Kind.BYTES, Form.LATIN1, tape.u8());
      case Op.BINBYTES -> tape.text(Kind.BYTES, Form.LATIN1, tape.u32());
      case Op.BINBYTES8, Op.BYTEARRAY8 -> tape.text(Kind.BYTES, Form.LATIN1, tape.i64());
      default -> null;
    };
  }

  private Value skipped(long count) throws Broken {
    tape.skip(count);
    return Plain.NUMBER;
  }

  private Value counted(int length) throws Broken, IOException {
    if (length < 0) {
      throw new Broken(tape.position(), "a number of a negative length");
    }
    if (length > 8) {
      return skipped(length);
    }
    tape.begin(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) tape.u8() << 8 * i;
    }
    int unused = 64 - 8 * length;
    return Whole.of(length == 0 ? 0 : value << unused >> unused);
  }

  private Value real() throws Broken, IOException {
    tape.line(Kind.STR, Form.LATIN1);
    return Plain.NUMBER;
  }

  private Value number(int op) throws Broken, IOException {
    String line = tape.line(Kind.STR, Form.LATIN1).string();
    if (op == Op.INT && line.equals("00")) {
      return Plain.FALSE;
    }
    if (op == Op.INT && line.equals("01")) {
      return Plain.TRUE;
    }
    Numbers read = Numbers.read(line);
    if (!read.canonical()) {
      oddities.add(Oddity.NUMBER);
    }
    return read.fits() ? Whole.of(read.value()) : Plain.NUMBER;
  }

  private Value quoted() throws Broken, IOException {
    Text line = tape.line(Kind.EITHER, Form.LATIN1);
    String raw = line.whole() ? line.string() : "";
    if (!line.whole()) {
      return tape.part(line, Kind.EITHER, Form.STRING_ESCAPE, 1, Math.max(0, line.length() - 2));
    }
    String stripped = raw.strip();
    boolean quotes =
        stripped.length() >= 2
            && (stripped.charAt(0) == '\'' || stripped.charAt(0) == '"')
            && stripped.charAt(stripped.length() - 1) == stripped.charAt(0);
    if (!quotes) {
      throw new Broken(tape.position(), "a string without quotes");
    }
    if (stripped.length() != raw.length()) {
      oddities.add(Oddity.STRING);
    }
    return tape.part(
        line, Kind.EITHER, Form.STRING_ESCAPE, raw.indexOf(stripped) + 1, stripped.length() - 2);
  }
}
