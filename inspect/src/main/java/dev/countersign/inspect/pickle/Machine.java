package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.pickle.Text.Form;
import dev.countersign.inspect.pickle.Text.Kind;
import dev.countersign.inspect.pickle.knowledge.Standing;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates one stream of opcodes on symbols, as CPython's {@code Modules/_pickle.c} and {@code
 * Lib/pickle.py} do on objects. Where the two or their versions differ, the reading that does more
 * is followed, and the difference is told as an {@link Oddity}.
 */
final class Machine {
  private static final int HIGHEST_PROTOCOL = 5;
  private static final int DEEPEST = 8;

  private final Tape tape;
  private final Cursor in;
  private final Judge judge;
  private final Loader loader;
  private final Memo memo;
  private final Bytes bytes;
  private final long start;
  private final int depth;
  private final Stack stack = new Stack();
  private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  private final Literals literals;
  private final Containers containers;
  private int protocol;
  private long at;

  Machine(Bytes bytes, long from, Judge judge, Loader loader, Memo memo, Frames frames) {
    this(bytes, from, judge, loader, memo, frames, 0);
  }

  private Machine(
      Bytes bytes, long from, Judge judge, Loader loader, Memo memo, Frames frames, int depth) {
    this.depth = depth;
    this.bytes = bytes;
    this.start = from;
    this.tape = new Tape(bytes, from, frames);
    this.in = tape.in();
    this.judge = judge;
    this.loader = loader;
    this.memo = memo;
    this.literals = new Literals(tape, oddities);
    this.containers = new Containers(stack, judge);
  }

  /** Reads to the end of the stream, or to where it breaks. */
  Outcome run() throws IOException {
    Optional<Broken> broken = Optional.empty();
    try {
      steps();
      Value result = stack.pop(at);
      judge.result(result);
      if (depth == 0) {
        loader.result(result);
      }
    } catch (TooLarge _) {
      judge.report(
          PickleRules.TOO_LARGE, at, "more than %,d objects at once".formatted(Stack.MOST));
      broken = Optional.of(new Broken(at, "more objects at once than are followed"));
    } catch (Broken where) {
      broken = Optional.of(where);
    }
    tellOddities(broken.isEmpty());
    return new Outcome(tape.position(), broken);
  }

  private void steps() throws Broken, IOException {
    while (true) {
      at = in.position();
      int op = in.u8();
      if (op == Op.STOP) {
        return;
      }
      Value literal = literals.read(op);
      if (literal != null) {
        stack.push(literal);
      } else {
        control(op);
      }
    }
  }

  private void control(int op) throws Broken, IOException {
    switch (op) {
      case Op.MARK -> stack.mark();
      case Op.POP -> stack.popOrMark(at);
      case Op.POP_MARK -> stack.shrink(stack.popMark(at));
      case Op.DUP -> stack.push(stack.top(at));
      case Op.PROTO -> protocol(tape.u8());
      case Op.FRAME -> frame(tape.i64());
      case Op.GET -> get(index());
      case Op.BINGET -> get(tape.u8());
      case Op.LONG_BINGET -> get(tape.u32());
      case Op.PUT -> put(index());
      case Op.BINPUT -> put(tape.u8());
      case Op.LONG_BINPUT -> put(tape.u32());
      case Op.MEMOIZE -> memo.put(memo.count(), stack.top(at));
      case Op.READONLY_BUFFER -> stack.top(at);
      case Op.GLOBAL -> stack.push(global());
      case Op.STACK_GLOBAL -> stackGlobal();
      case Op.EXT1 -> stack.push(judge.extension(tape.u8(), at));
      case Op.EXT2 -> stack.push(judge.extension(tape.u16(), at));
      case Op.EXT4 -> stack.push(judge.extension(tape.i32(), at));
      case Op.PERSID -> stack.push(persistent(tape.line(Kind.STR, Form.LATIN1)));
      case Op.BINPERSID -> stack.push(persistent(stack.pop(at)));
      case Op.REDUCE -> reduce();
      case Op.INST -> inst();
      case Op.OBJ -> obj();
      case Op.NEWOBJ -> newObject("NEWOBJ", Plain.NONE);
      case Op.NEWOBJ_EX -> newObject("NEWOBJ_EX", stack.pop(at));
      case Op.BUILD -> build();
      default -> containers.evaluate(op, at);
    }
  }

  private void protocol(int number) {
    if (at != start) {
      oddities.add(Oddity.LATE_PROTOCOL);
    }
    if (number > HIGHEST_PROTOCOL) {
      oddities.add(Oddity.UNKNOWN_PROTOCOL);
    }
    protocol = number;
  }

  private void frame(long length) throws Broken {
    if (length < 0 || length > in.remaining()) {
      oddities.add(Oddity.LONG_FRAME);
    }
    tape.frame(length);
  }

  /** Whether an opcode began in a frame and ended after it, so that readers differ. */
  boolean crossedFrames() {
    return tape.crossedFrames();
  }

  private long index() throws Broken, IOException {
    Numbers number = Numbers.decimal(tape.line(Kind.STR, Form.LATIN1).string());
    if (!number.fits() || number.value() < 0) {
      throw new Broken(at, "a memo number that is no number from 0");
    }
    if (!number.canonical()) {
      oddities.add(Oddity.NUMBER);
    }
    return number.value();
  }

  private void get(long index) throws Broken {
    Value value = memo.get(index);
    if (value == null) {
      throw new Broken(at, "nothing was kept as number " + index);
    }
    stack.push(value);
  }

  private void put(long index) throws Broken {
    // Each number that is taken costs two bytes at least, so no library gets above the place.
    if (index > at + 256) {
      oddities.add(Oddity.MEMO);
    }
    memo.put(index, stack.top(at));
  }

  private Value global() throws Broken, IOException {
    String module = name();
    return judge.imported(module, name(), protocol, "GLOBAL", at);
  }

  private String name() throws Broken, IOException {
    String name = tape.line(Kind.STR, Form.UTF8).string();
    if (!Names.plain(name)) {
      oddities.add(Oddity.NAME);
    }
    return Names.withoutControls(name);
  }

  private void stackGlobal() throws Broken {
    Value name = stack.pop(at);
    Value module = stack.pop(at);
    if (name instanceof Text nameText
        && module instanceof Text moduleText
        && nameText.whole()
        && moduleText.whole()) {
      if (!Names.plain(nameText.string()) || !Names.plain(moduleText.string())) {
        oddities.add(Oddity.NAME);
      }
      stack.push(
          judge.imported(
              Names.withoutControls(moduleText.string()),
              Names.withoutControls(nameText.string()),
              protocol,
              "STACK_GLOBAL",
              at));
    } else if (never(name) || never(module)) {
      throw new Broken(at, "STACK_GLOBAL of something that is no string");
    } else {
      stack.push(judge.hidden("STACK_GLOBAL", Items.tuple(module, name), at));
    }
  }

  private static boolean never(Value name) {
    return !(name instanceof Text || name instanceof Made || name == Plain.FORGOTTEN);
  }

  private Value persistent(Value id) {
    judge.held(id);
    Value unknown =
        id instanceof Text || id instanceof Items
            ? new Made(Plain.OUTSIDE, Items.tuple(id), Standing.UNKNOWN)
            : Plain.OUTSIDE;
    return loader.persistent(id, unknown);
  }

  private void reduce() throws Broken, IOException {
    Value arguments = stack.pop(at);
    Value callee = stack.pop(at);
    stack.push(judge.call("REDUCE", callee, tuple(arguments), at));
  }

  private Items tuple(Value arguments) {
    if (arguments instanceof Items items && items.kind() == Items.Kind.TUPLE) {
      return items;
    }
    if (arguments != Plain.FORGOTTEN) {
      oddities.add(Oddity.ARGUMENTS);
    }
    return arguments instanceof Items items ? items : Items.tuple(Plain.FORGOTTEN);
  }

  private void inst() throws Broken, IOException {
    String module = name();
    Value callee = judge.imported(module, name(), protocol, "INST", at);
    int mark = stack.popMark(at);
    Items arguments = containers.take(Items.Kind.TUPLE, mark);
    stack.push(judge.call("INST", callee, arguments, at));
  }

  private void obj() throws Broken, IOException {
    int mark = stack.popMark(at);
    if (mark >= stack.size()) {
      throw new Broken(at, "OBJ without a class");
    }
    Value callee = stack.at(mark);
    Items arguments = containers.take(Items.Kind.TUPLE, mark + 1);
    stack.shrink(mark);
    stack.push(judge.call("OBJ", callee, arguments, at));
  }

  private void newObject(String opcode, Value named) throws Broken, IOException {
    Value arguments = stack.pop(at);
    Value callee = stack.pop(at);
    Items all = tuple(arguments);
    stack.push(judge.call(opcode, callee, named == Plain.NONE ? all : all.with(named), at));
  }

  private void build() throws Broken, IOException {
    Value state = stack.pop(at);
    Value built = stack.top(at);
    judge.build(built, state, at);
    if (built instanceof Made made) {
      made.give(state);
      after(loader.built(made, in.position()));
    }
  }

  private void after(Loader.After after) throws Broken, IOException {
    in.skip(after.skipped());
    if (after.pickle()) {
      if (depth == DEEPEST) {
        throw new Broken(at, "pickles in arrays in pickles, too deep");
      }
      Machine inner =
          new Machine(bytes, in.position(), judge, loader, new Memo(), Frames.JOINED, depth + 1);
      Outcome outcome = inner.run();
      in.seek(outcome.end());
      if (outcome.broken().isPresent()) {
        throw outcome.broken().get();
      }
      stack.replaceTop(Plain.FORGOTTEN);
    }
  }

  private void tellOddities(boolean whole) {
    if (tape.crossedFrames()) {
      oddities.add(Oddity.CROSSED_FRAME);
    }
    if (tape.sawEndlessLine()) {
      oddities.add(Oddity.LINE_WITHOUT_END);
    }
    if (stack.reachedBelowMark()) {
      oddities.add(Oddity.BELOW_MARK);
    }
    if (!whole) {
      // A file that was cut off ends within a frame or a line, and nothing is odd about that.
      oddities.remove(Oddity.LONG_FRAME);
      oddities.remove(Oddity.LINE_WITHOUT_END);
    }
    for (Oddity oddity : oddities) {
      judge.report(PickleRules.AMBIGUOUS, start, oddity.what());
    }
  }
}
