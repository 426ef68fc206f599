package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.pickle.knowledge.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls of {@link Gadget}s do and give. */
final class Gadgets {
  /** As deep as calls in calls are followed; each level costs an opcode at least. */
  private static final int DEEPEST = 64;

  private final Judge judge;
  private final Nested nested;
  private int depth;

  Gadgets(Judge judge) {
    this.judge = judge;
    this.nested = new Nested(judge);
  }

  /** A call of a gadget. */
  Value call(String opcode, Global callee, Items arguments, long at) throws Broken, IOException {
    if (++depth > DEEPEST) {
      depth--;
      return judge.unknown(opcode, Plain.FORGOTTEN, arguments, at);
    }
    try {
      return evaluate(opcode, callee, arguments, at);
    } finally {
      depth--;
    }
  }

  private Value evaluate(String opcode, Global callee, Items arguments, long at)
      throws Broken, IOException {
    Value first = arguments.item(0);
    return switch (callee.gadget()) {
      case GETATTR -> attribute(opcode, callee, arguments, at);
      case LOAD_TYPE -> type(callee, arguments, at);
      case SUBIMPORT, IMPORT -> module(callee, arguments, at);
      case LOCATE -> located(callee, arguments, at);
      case MAP -> each(opcode, first, items(arguments.item(1)), false, at);
      case STARMAP -> each(opcode, first, items(arguments.item(1)), true, at);
      case FOLD -> again(opcode, first, items(arguments.item(1)), at);
      case APPLY -> again(opcode, first, items(arguments.item(1)), at);
      case CALL -> again(opcode, first, arguments.from(1), at);
      case NEWOBJ -> again(Judge.NEWOBJ, first, arguments.from(1), at);
      case NEWOBJ_EX ->
          again(Judge.NEWOBJ_EX, first, items(arguments.item(1)).with(arguments.item(2)), at);
      case REBUILD -> again(opcode, first, items(arguments.item(2)), at);
      case RECONSTRUCTOR -> reconstructed(opcode, arguments, at);
      case ADD_EXTENSION -> extension(callee, arguments, at);
      case UFUNC -> named(callee, arguments, at);
      case UNPICKLE, LOAD, LOAD_BYTES -> nested.load(callee, arguments, at);
      default -> new Made(callee, arguments, Standing.SAFE);
    };
  }

  /** A call of anything; of what a gadget gave, by what the gadget is. */
  Value again(String opcode, Value callee, Items arguments, long at) throws Broken, IOException {
    if (!(callee instanceof Made made)) {
      return judge.call(opcode, callee, arguments, at);
    }
    if (!(made.callee() instanceof Global root) || ++depth > DEEPEST) {
      return judge.unknown(opcode, callee, arguments, at);
    }
    try {
      return switch (root.gadget()) {
        case PARTIAL -> partial(opcode, made, arguments, at);
        case ATTRGETTER -> attributes(opcode, made, arguments, at);
        case METHODCALLER -> method(opcode, made, arguments, at);
        case ITEMGETTER -> item(made, made.arguments().item(0), arguments.item(0), at);
        default -> judge.unknown(opcode, callee, arguments, at);
      };
    } finally {
      depth--;
    }
  }

  private Value partial(String opcode, Made made, Items more, long at) throws Broken, IOException {
    Items own = made.arguments();
    Value function = own.item(0);
    Items given = own.from(1);
    if (made.state() instanceof Items state && state.size() > 1) {
      function = state.item(0);
      given = items(state.item(1));
    }
    List<Value> all = new ArrayList<>(given.kept());
    all.addAll(more.kept());
    return again(opcode, function, Items.tuple(all), at);
  }

  private Value attributes(String opcode, Made getter, Items arguments, long at)
      throws Broken, IOException {
    Value result = Plain.NONE;
    for (Value path : getter.arguments().kept()) {
      result = attribute(opcode, getter.callee(), Items.tuple(arguments.item(0), path), at);
    }
    return result;
  }

  private Value method(String opcode, Made caller, Items arguments, long at)
      throws Broken, IOException {
    Items own = caller.arguments();
    Value method =
        attribute(opcode, caller.callee(), Items.tuple(arguments.item(0), own.item(0)), at);
    return again(opcode, method, own.from(1), at);
  }

  /** An item of something. */
  Value item(Value call, Value key, Value of, long at) {
    if (of instanceof Items items && key instanceof Whole place && place.value() < Items.KEPT) {
      return items.item((int) place.value());
    }
    if (of instanceof Entries entries && key instanceof Text text) {
      return entries.get(text.string()).orElse(Plain.FORGOTTEN);
    }
    if (of instanceof Global global && global.is("sys", "modules") && key instanceof Text text) {
      return judge.global(text.string(), "", global.toString(), at);
    }
    return new Made(
        call, Items.tuple(of, key), of instanceof Global ? Standing.DANGEROUS : Standing.UNKNOWN);
  }

  private Value attribute(String opcode, Value getter, Items arguments, long at) {
    Value of = arguments.item(0);
    Optional<Text> text = judge.text(arguments.item(1));
    if (text.isEmpty()) {
      judge.dangerous(opcode, getter, arguments, at);
      return new Made(getter, arguments, Standing.DANGEROUS);
    }
    String name = text.get().string();
    if (of instanceof Global global) {
      return judge.global(
          global.module(), global.name().isEmpty() ? name : global.name() + "." + name, opcode, at);
    }
    boolean dangerous = false;
    for (String part : name.split("\\.", 64)) {
      dangerous |= Names.dangerousAttribute(part);
    }
    if (dangerous) {
      judge.dangerous(opcode, getter, arguments, at);
    }
    Standing standing = of instanceof Made made ? made.standing() : Standing.SAFE;
    return new Made(getter, arguments, dangerous ? Standing.DANGEROUS : standing);
  }

  private Value module(Global callee, Items arguments, long at) {
    return judge
        .text(arguments.item(0))
        .map(text -> (Value) judge.global(text.string(), "", callee.toString(), at))
        .orElseGet(() -> judge.hidden(callee.toString(), arguments, at));
  }

  private Value type(Global callee, Items arguments, long at) {
    Optional<Text> text = judge.text(arguments.item(0));
    if (text.isEmpty()) {
      return judge.hidden(callee.toString(), arguments, at);
    }
    String name = text.get().string();
    // Its table has the names of the modules builtins and types, which differ in their first
    // letter.
    boolean builtin = !name.isEmpty() && Character.isLowerCase(name.charAt(0));
    return judge.global(builtin ? "builtins" : "types", name, callee.toString(), at);
  }

  private Value located(Global callee, Items arguments, long at) {
    Optional<Text> text = judge.text(arguments.item(0));
    if (text.isEmpty()) {
      return judge.hidden(callee.toString(), arguments, at);
    }
    String path = text.get().string();
    int colon = path.indexOf(':');
    int split = colon >= 0 ? colon : path.lastIndexOf('.');
    return split < 0
        ? judge.global(path, "", callee.toString(), at)
        : judge.global(path.substring(0, split), path.substring(split + 1), callee.toString(), at);
  }

  private Value named(Global callee, Items arguments, long at) {
    Optional<Text> module = judge.text(arguments.item(0));
    Optional<Text> name = judge.text(arguments.item(1));
    return module.isEmpty() || name.isEmpty()
        ? judge.hidden(callee.toString(), arguments, at)
        : judge.global(module.get().string(), name.get().string(), callee.toString(), at);
  }

  private Value extension(Global callee, Items arguments, long at) {
    Value global = named(callee, arguments, at);
    if (global instanceof Global known && arguments.item(2) instanceof Whole code) {
      judge.extend(code.value(), known);
    }
    return Plain.NONE;
  }

  private Value each(String opcode, Value function, Items items, boolean spread, long at)
      throws Broken, IOException {
    List<Value> results = new ArrayList<>();
    for (Value item : items.kept()) {
      results.add(again(opcode, function, spread ? items(item) : Items.tuple(item), at));
    }
    return Items.tuple(results);
  }

  /** The initialiser that runs is that of the base, and only of one that holds data itself. */
  private Value reconstructed(String opcode, Items arguments, long at) throws Broken, IOException {
    boolean initialises =
        !(arguments.item(1) instanceof Global base) || !base.module().equals("builtins");
    return again(initialises ? opcode : Judge.NEWOBJ, arguments.item(0), arguments.from(2), at);
  }

  private static Items items(Value value) {
    return value instanceof Items items ? items : Items.tuple(Plain.FORGOTTEN);
  }
}
