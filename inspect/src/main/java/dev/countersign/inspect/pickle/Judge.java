package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.pickle.knowledge.Known;
import dev.countersign.inspect.pickle.knowledge.Manner;
import dev.countersign.inspect.pickle.knowledge.Standing;
import dev.countersign.inspect.pickle.knowledge.StateCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What imports and calls mean. An import is told at the end, and only where no call of it was: the
 * call says more.
 *
 * <p>Everything that is imported is safe with any data, or a {@link Gadget} that is only ever
 * called directly and then judged by what it does, or told. That is why safe functions may be given
 * whatever is on the stack.
 */
final class Judge {
  /** As many different names are told apart; no library comes near. */
  private static final int MOST_GLOBALS = 100_000;

  /** As many calls of one name are told. */
  private static final int MOST_CALLS = 20;

  private static final int FIRST_PYTHON_3 = 3;

  /** Makes an object without its initialiser, as the opcode does. */
  static final String NEWOBJ = "NEWOBJ";

  /** The same with arguments by name. */
  static final String NEWOBJ_EX = "NEWOBJ_EX";

  private final Names names;
  private final Report report;
  private final Gadgets gadgets;
  private final Computed computed = new Computed();
  private final Map<String, Global> globals = new HashMap<>();
  private final Map<Long, Global> extensions = new HashMap<>(0);

  Judge(Knowledge knowledge, Report report) {
    this.names = new Names(knowledge);
    this.report = report;
    this.gadgets = new Gadgets(this);
  }

  Report report() {
    return report;
  }

  void report(Rule rule, long at, String subject) {
    report.add(rule, at, subject, "");
  }

  /** An import by the names that stand in the pickle. */
  Global imported(String module, String name, int protocol, String opcode, long at) {
    String key = key(module, name);
    Global known = globals.get(key);
    if (known != null) {
      return known;
    }
    String modern = Python2.modern(module, name);
    boolean translated =
        !modern.isEmpty()
            && (protocol < FIRST_PYTHON_3 || names.known(module, name) == Known.NOTHING);
    int space = modern.indexOf(' ');
    Global global =
        translated
            ? global(modern.substring(0, space), modern.substring(space + 1), opcode, at)
            : global(module, name, opcode, at);
    keep(key, global);
    return global;
  }

  /** Something by its name in Python 3; with an empty name a module. */
  Global global(String module, String name, String opcode, long at) {
    String key = key(module, name);
    Global before = globals.get(key);
    if (before != null) {
      return before;
    }
    Global global =
        new Global(module, name, names.known(module, name), Gadget.of(module, name), opcode, at);
    keep(key, global);
    return global;
  }

  private static String key(String module, String name) {
    return module.concat(" ").concat(name);
  }

  private void keep(String key, Global global) {
    if (globals.size() < MOST_GLOBALS) {
      globals.put(key, global);
    } else {
      tellImport(global);
    }
  }

  /** An import of which the names are not written down. */
  Value hidden(String opcode, Items moduleAndName, long at) {
    if (moduleAndName.kept().contains(Plain.FORGOTTEN)) {
      report(PickleRules.TOO_LARGE, at, opcode + " of names that were not kept");
    } else {
      report(PickleRules.HIDDEN_NAME, at, opcode + " " + moduleAndName);
    }
    Optional<Text> module = text(moduleAndName.item(0));
    Optional<Text> name = text(moduleAndName.item(1));
    return module.isPresent() && name.isPresent()
        ? global(module.get().string(), name.get().string(), opcode, at)
        : new Made(Plain.FORGOTTEN, moduleAndName, Standing.DANGEROUS);
  }

  /** The text that a value is or stands for; empty where not known. */
  Optional<Text> text(Value value) {
    return computed.text(value);
  }

  void extend(long code, Global global) {
    extensions.put(code, global);
  }

  /** What {@code EXT1}, {@code EXT2} and {@code EXT4} stand for. */
  Value extension(long code, long at) {
    Global known = extensions.get(code);
    if (known != null) {
      return known;
    }
    report.add(
        PickleRules.UNKNOWN_IMPORT,
        at,
        "extension " + code + " of copyreg",
        "copyreg.extension" + code);
    return new Made(Plain.OUTSIDE, Items.tuple(Whole.of(code)), Standing.UNKNOWN);
  }

  Value call(String opcode, Value callee, Items arguments, long at) throws Broken, IOException {
    for (Value argument : arguments.kept()) {
      held(argument);
    }
    // Not a switch: the first use of one over types costs more than many small files.
    if (callee instanceof Global global) {
      return global(opcode, global, arguments, at);
    }
    if (callee instanceof Made made) {
      return gadgets.again(opcode, made, arguments, at);
    }
    if (callee == Plain.FORGOTTEN || callee == Plain.OUTSIDE) {
      return unknown(opcode, callee, arguments, at);
    }
    throw new Broken(at, opcode + " calls data");
  }

  private Value global(String opcode, Global global, Items arguments, long at)
      throws Broken, IOException {
    if (global.gadget() == Gadget.TYPE && arguments.size() == 1) {
      return new Made(global, arguments, Standing.SAFE);
    }
    return switch (global.gadget().care()) {
      case LIST -> {
        Value made = known(opcode, global, arguments, at);
        yield global.gadget() == Gadget.GETITEM
            ? gadgets.item(made, arguments.item(1), arguments.item(0), at)
            : made;
      }
      case NEVER, ARGUMENTS -> {
        global.call();
        yield gadgets.call(opcode, global, arguments, at);
      }
      case ALWAYS -> {
        tellCall(PickleRules.DANGEROUS_CALL, opcode, global, arguments, at);
        yield gadgets.call(opcode, global, arguments, at);
      }
    };
  }

  private Value known(String opcode, Global global, Items arguments, long at) {
    Known known = global.known();
    if (known.dangerous() && !global.gadget().onlyMakes()) {
      tellCall(PickleRules.DANGEROUS_CALL, opcode, global, arguments, at);
    } else if (!known.safe() || !may(known.manner(), opcode, arguments)) {
      tellCall(PickleRules.UNKNOWN_CALL, opcode, global, arguments, at);
      return new Made(global, arguments, Standing.UNKNOWN);
    }
    return new Made(global, arguments, known.standing());
  }

  /**
   * Whether a safe name may be used as an opcode does: some make an object without its initialiser.
   */
  private static boolean may(Manner manner, String opcode, Items arguments) {
    boolean makes =
        switch (opcode) {
          case NEWOBJ, NEWOBJ_EX -> true;
          case "INST", "OBJ" -> arguments.size() == 0;
          default -> false;
        };
    return makes ? manner.mayBeMade() : manner.mayBeCalled();
  }

  /** A call of which nobody knows what is called. */
  Value unknown(String opcode, Value callee, Items arguments, long at) {
    boolean bad = callee instanceof Made made && made.standing() == Standing.DANGEROUS;
    Rule rule = bad ? PickleRules.DANGEROUS_CALL : PickleRules.UNKNOWN_CALL;
    Value root = Shown.root(callee);
    report.add(
        rule,
        at,
        opcode + " " + Shown.call(callee, arguments),
        root instanceof Global global ? global + "()" : "");
    return new Made(callee, arguments, bad ? Standing.DANGEROUS : Standing.UNKNOWN);
  }

  /** Something dangerous that has no name of its own. */
  void dangerous(String opcode, Value callee, Items arguments, long at) {
    report.add(
        PickleRules.DANGEROUS_CALL,
        at,
        opcode + " " + Shown.call(callee, arguments),
        Shown.root(callee).toString());
  }

  private void tellCall(Rule rule, String opcode, Global global, Items arguments, long at) {
    int most = rule == PickleRules.DANGEROUS_CALL ? MOST_CALLS : 1;
    if (global.call() <= most) {
      report.add(
          rule,
          at,
          opcode + " " + Shown.call(global, arguments) + why(global.known()),
          global.toString());
    }
  }

  private void tellImport(Global global) {
    boolean bad = global.known().dangerous() || global.gadget().care() == Gadget.Care.ALWAYS;
    report.add(
        bad ? PickleRules.DANGEROUS_IMPORT : PickleRules.UNKNOWN_IMPORT,
        global.offset(),
        global.opcode() + " " + global + why(global.known()),
        global.toString());
  }

  private static String why(Known known) {
    return known.reason().isEmpty() ? "" : ", which " + known.reason();
  }

  /** Something is kept for later: what is only harmless when called here and now is told. */
  void held(Value value) {
    if (value instanceof Global global && global.gadget().care() == Gadget.Care.ARGUMENTS) {
      global.hold();
    }
  }

  /** State is given to an object. */
  void build(Value built, Value state, long at) {
    Entries first = state(state, 0);
    Entries second = state(state, 1);
    if (built instanceof Global global) {
      report.add(PickleRules.PATCH, at, "BUILD " + global + " with " + state, global.toString());
    } else if (first.changesBehaviour() || second.changesBehaviour()) {
      report.add(PickleRules.PATCH, at, "BUILD " + built + " with " + state, "");
    }
    runs(built, first, at);
    runs(built, second, at);
  }

  /** Text in a state that is run as code, and is not what libraries write there. */
  private void runs(Value built, Entries state, long at) {
    if (!state.runsText()) {
      return;
    }
    Value template = state.get(StateCode.TEMPLATE).orElse(Plain.NONE);
    Value formula = state.get(StateCode.FORMULA).orElse(Plain.NONE);
    boolean fits = template instanceof Text text && text.whole() && StateCode.fits(text.string());
    boolean plain = formula instanceof Text text && text.whole() && StateCode.plain(text.string());
    if (!fits && (template != Plain.NONE || formula == Plain.NONE)
        || !plain && formula != Plain.NONE) {
      Value code = fits || template == Plain.NONE ? formula : template;
      report.add(PickleRules.DANGEROUS_CALL, at, "BUILD " + built + " runs " + code, "");
    }
  }

  private static Entries state(Value state, int place) {
    Value part = state instanceof Items items && items.size() == 2 ? items.item(place) : state;
    return part instanceof Entries entries ? entries : new Entries();
  }

  /** Items are put into something that is no list, set or dictionary. */
  void fill(String opcode, Value container, Items added, long at) throws Broken {
    if (container instanceof Global global) {
      report.add(
          PickleRules.PATCH, at, opcode + " " + global + " with " + added, global.toString());
    } else if (container instanceof Text || container instanceof Whole) {
      throw new Broken(at, opcode + " on data that holds nothing");
    }
  }

  /** The object that loading gives. */
  void result(Value value) {
    held(value);
  }

  /** Tells of the imports that were not called. */
  void finish() {
    for (Global global : globals.values()) {
      if (!global.told() && worthTelling(global)) {
        global.tell();
        tellImport(global);
      }
    }
  }

  private static boolean worthTelling(Global global) {
    Known known = global.known();
    return switch (global.gadget().care()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case ARGUMENTS -> global.wasHeld();
      case LIST -> !known.safe();
    };
  }
}
