package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;

/** The opcodes that make containers, and put something into them. */
final class Containers {
  private static final int MOST_KEPT = 1_000_000;

  private final Stack stack;
  private final Judge judge;
  private int kept;

  Containers(Stack stack, Judge judge) {
    this.stack = stack;
    this.judge = judge;
  }

  void evaluate(int op, long at) throws Broken {
    switch (op) {
      case Op.TUPLE -> push(Items.Kind.TUPLE, stack.popMark(at));
      case Op.TUPLE1 -> tuple(1, at);
      case Op.TUPLE2 -> tuple(2, at);
      case Op.TUPLE3 -> tuple(3, at);
      case Op.LIST -> push(Items.Kind.LIST, stack.popMark(at));
      case Op.FROZENSET -> push(Items.Kind.SET, stack.popMark(at));
      case Op.DICT -> dict(stack.popMark(at));
      case Op.APPEND -> extend("APPEND", last(1, at), at);
      case Op.APPENDS -> extend("APPENDS", stack.popMark(at), at);
      case Op.ADDITEMS -> extend("ADDITEMS", stack.popMark(at), at);
      case Op.SETITEM -> setItems("SETITEM", last(2, at), at);
      case Op.SETITEMS -> setItems("SETITEMS", stack.popMark(at), at);
      default -> throw new Broken(at, "no opcode: byte 0x%02x".formatted(op));
    }
  }

  /** What stands above a place of the stack, as arguments; it is taken off. */
  Items take(Items.Kind kind, int from) {
    for (int i = from; i < stack.size(); i++) {
      judge.held(stack.at(i));
    }
    Items items = kept < MOST_KEPT ? stack.above(kind, from) : stack.slimAbove(kind, from);
    kept += items.kept().size();
    stack.shrink(from);
    return items;
  }

  private void push(Items.Kind kind, int from) throws TooLarge {
    stack.push(take(kind, from));
  }

  private void tuple(int count, long at) throws Broken {
    push(Items.Kind.TUPLE, last(count, at));
  }

  private int last(int count, long at) throws Broken {
    stack.need(count, at);
    return stack.size() - count;
  }

  private void dict(int from) throws TooLarge {
    Entries entries = new Entries();
    fill(entries, from);
    stack.push(entries);
  }

  private void fill(Entries entries, int from) {
    int last = stack.size() - 1;
    for (int i = from; i < last; i += 2) {
      judge.held(stack.at(i + 1));
      put(entries, stack.at(i), stack.at(i + 1));
    }
    stack.shrink(from);
  }

  private void put(Entries entries, Value key, Value value) {
    entries.note(key);
    if (kept < MOST_KEPT) {
      entries.put(key, value);
      kept++;
    } else {
      entries.addForgotten(1);
    }
  }

  private void extend(String opcode, int from, long at) throws Broken {
    Value container = container(from, at);
    if (container instanceof Items items) {
      add(items, from);
      return;
    }
    Items added = take(Items.Kind.TUPLE, from);
    if (added.size() > 0) {
      judge.fill(opcode, container, added, at);
    }
  }

  private void add(Items items, int from) {
    for (int i = from; i < stack.size(); i++) {
      judge.held(stack.at(i));
      if (kept < MOST_KEPT) {
        items.add(stack.at(i));
        kept++;
      } else {
        items.addForgotten(1);
      }
    }
    stack.shrink(from);
  }

  private void setItems(String opcode, int from, long at) throws Broken {
    Value container = container(from, at);
    if (container instanceof Entries entries) {
      fill(entries, from);
      return;
    }
    Items added = take(Items.Kind.TUPLE, from);
    if (added.size() > 0) {
      judge.fill(opcode, container, added, at);
    }
  }

  private Value container(int above, long at) throws Broken {
    if (above == 0) {
      throw new Broken(at, "nothing to put it into");
    }
    return stack.at(above - 1);
  }
}
