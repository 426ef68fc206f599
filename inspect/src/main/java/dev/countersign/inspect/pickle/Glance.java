package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;

/**
 * Whether bytes look like a pickle: the first opcodes are walked with the depth of the stack and
 * nothing else. Text, images and numbers fail within a few bytes, since an opcode does not exist,
 * finds nothing on the stack, or has a line that is none of its kind.
 */
final class Glance {
  private static final int ENOUGH = 24;
  private static final int MOST = 4_000;
  private static final int LONGEST_LINE = 1 << 16;
  private static final int MARKS = 256;

  private final Cursor in;
  private final int[] marks = new int[MARKS];
  private int markCount;
  private int depth;
  private boolean imported;
  private boolean extended;
  private boolean called;

  Glance(Bytes bytes) {
    this.in = new Cursor(bytes);
  }

  boolean isPickle() throws IOException {
    boolean protocol = in.peek() == Op.PROTO;
    int opcodes = 0;
    try {
      for (int all = 0; all < MOST; all++) {
        if (protocol && all == ENOUGH) {
          return true;
        }
        int op = in.u8();
        if (op != Op.STOP) {
          step(op);
          opcodes++;
        } else if (depth == 0 || opcodes > 1 || !in.more()) {
          return depth > 0 && (protocol || !extended || !in.more());
        } else {
          // So short a pickle stands in any bytes by chance, unless another one follows.
          opcodes = 0;
          depth = 0;
          markCount = 0;
        }
      }
      return true;
    } catch (Broken _) {
      return called;
    }
  }

  private void step(int op) throws Broken, IOException {
    switch (op) {
      case Op.MARK -> mark();
      case Op.POP -> pop();
      case Op.DUP -> take(1, 2);
      case Op.NONE,
          Op.NEWTRUE,
          Op.NEWFALSE,
          Op.EMPTY_DICT,
          Op.EMPTY_LIST,
          Op.EMPTY_TUPLE,
          Op.EMPTY_SET,
          Op.NEXT_BUFFER ->
          depth++;
      case Op.TUPLE1, Op.READONLY_BUFFER, Op.MEMOIZE -> take(1, 1);
      case Op.TUPLE2, Op.APPEND -> take(2, 1);
      case Op.TUPLE3, Op.SETITEM -> take(3, 1);
      case Op.STACK_GLOBAL -> stackGlobal();
      case Op.BINPERSID -> take(1, 1);
      case Op.POP_MARK -> depth = unmark();
      case Op.TUPLE, Op.LIST, Op.DICT, Op.FROZENSET -> depth = unmark() + 1;
      case Op.APPENDS, Op.SETITEMS, Op.ADDITEMS -> filled();
      case Op.REDUCE, Op.NEWOBJ, Op.BUILD -> call(2);
      case Op.NEWOBJ_EX -> call(3);
      case Op.OBJ -> object();
      default -> argument(op);
    }
  }

  private void argument(int op) throws Broken, IOException {
    switch (op) {
      case Op.PROTO -> need(in.u8() <= 5);
      case Op.FRAME -> need(in.i64() >= 0);
      case Op.BININT1 -> data(1);
      case Op.BININT2 -> data(2);
      case Op.BININT -> data(4);
      case Op.BINFLOAT -> data(8);
      case Op.LONG1, Op.SHORT_BINSTRING, Op.SHORT_BINBYTES, Op.SHORT_BINUNICODE -> data(in.u8());
      case Op.LONG4, Op.BINSTRING, Op.BINBYTES, Op.BINUNICODE -> data(in.u32());
      case Op.BINUNICODE8, Op.BINBYTES8, Op.BYTEARRAY8 -> data(in.i64());
      case Op.EXT1 -> extension(1);
      case Op.EXT2 -> extension(2);
      case Op.EXT4 -> extension(4);
      case Op.BINPUT -> put(1);
      case Op.LONG_BINPUT -> put(4);
      case Op.BINGET -> data(1);
      case Op.LONG_BINGET -> data(4);
      default -> line(op);
    }
  }

  private void line(int op) throws Broken, IOException {
    switch (op) {
      case Op.INT, Op.LONG -> number();
      case Op.FLOAT -> real();
      case Op.STRING -> quoted();
      case Op.UNICODE -> text();
      case Op.PERSID -> name();
      case Op.PUT -> {
        need(depth > 0);
        number();
        depth--;
      }
      case Op.GET -> number();
      case Op.GLOBAL -> {
        name();
        name();
        depth--;
        imported = true;
      }
      case Op.INST -> {
        name();
        name();
        depth = unmark() + 1;
        called = true;
      }
      default -> throw new Broken(in.position(), "");
    }
  }

  private void extension(int bytes) throws Broken {
    extended = true;
    data(bytes);
  }

  private void data(long length) throws Broken {
    in.skip(length);
    depth++;
  }

  private void text() throws Broken, IOException {
    // A line of any length, of which nothing is kept.
    while (in.u8() != '\n') {
      need(in.more());
    }
    depth++;
  }

  private void quoted() throws Broken, IOException {
    int quote = in.peek();
    need(quote == '\'' || quote == '"');
    text();
  }

  private void number() throws Broken, IOException {
    byte[] line = in.line(LONGEST_LINE);
    int first = 0;
    while (first < line.length
        && (line[first] <= ' ' || line[first] == '-' || line[first] == '+')) {
      first++;
    }
    need(first < line.length && Character.isDigit(line[first]));
    for (int i = first; i < line.length && line[i] != 0; i++) {
      need(line[i] <= ' ' || line[i] == '_' || Character.isLetterOrDigit(line[i]));
    }
    depth++;
  }

  private void real() throws Broken, IOException {
    for (byte c : in.line(400)) {
      need(c >= '0' && c <= '9' || "+-.eE naifNAIFty".indexOf(c) >= 0);
    }
    depth++;
  }

  private void name() throws Broken, IOException {
    byte[] name = in.line(400);
    need(name.length > 0);
    for (byte c : name) {
      need(
          c < 0
              || c == '.'
              || c == '_'
              || c == '\r'
              || c == '<'
              || c == '>'
              || Character.isLetterOrDigit(c));
    }
    depth++;
  }

  private void mark() throws Broken {
    if (markCount == MARKS) {
      // Deeper than any text by chance.
      called = true;
      throw new Broken(in.position(), "");
    }
    marks[markCount++] = depth;
  }

  private int unmark() throws Broken {
    need(markCount > 0);
    return Math.min(depth, marks[--markCount]);
  }

  private void pop() throws Broken {
    if (markCount > 0 && marks[markCount - 1] >= depth) {
      markCount--;
    } else {
      take(1, 0);
    }
  }

  private void stackGlobal() throws Broken {
    take(2, 1);
    imported = true;
  }

  private void filled() throws Broken {
    depth = unmark();
    need(depth > 0);
  }

  private void object() throws Broken {
    int mark = unmark();
    need(depth > mark);
    depth = mark + 1;
    called |= imported;
  }

  private void call(int values) throws Broken {
    take(values, 1);
    called |= imported;
  }

  private void take(int taken, int given) throws Broken {
    need(depth >= taken);
    depth += given - taken;
  }

  private void put(int bytes) throws Broken {
    need(depth > 0);
    in.skip(bytes);
  }

  private void need(boolean there) throws Broken {
    if (!there) {
      throw new Broken(in.position(), "");
    }
  }
}
