package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.Known;

/**
 * Something that a pickle imports: a class, a function, or with an empty name the module itself.
 * There is one for each name in a stream.
 */
public final class Global implements Value {
  private final String module;
  private final String name;
  private final Known known;
  private final Gadget gadget;
  private final String opcode;
  private final long offset;
  private int calls;
  private boolean held;
  private boolean told;

  Global(String module, String name, Known known, Gadget gadget, String opcode, long offset) {
    this.module = module;
    this.name = name;
    this.known = known;
    this.gadget = gadget;
    this.opcode = opcode;
    this.offset = offset;
  }

  /** As Python 3 knows it: {@code builtins}, never {@code __builtin__}. */
  public String module() {
    return module;
  }

  /** In the module, with dots where it is an attribute of something in it. */
  public String name() {
    return name;
  }

  /** What is known of it. */
  public Known known() {
    return known;
  }

  /**
   * What a call of it would do with its arguments; {@link Gadget#NONE} where that is nothing
   * special.
   */
  Gadget gadget() {
    return gadget;
  }

  /** The opcode that imported it first. */
  String opcode() {
    return opcode;
  }

  /** Where it was imported first. */
  long offset() {
    return offset;
  }

  /** Takes note of a call that is told, and says how many there were with it. */
  int call() {
    told = true;
    return ++calls;
  }

  /** Takes note that it is kept for later, and not called here and now. */
  void hold() {
    held = true;
    told = false;
  }

  boolean wasHeld() {
    return held;
  }

  /** Takes note that its import is told. */
  void tell() {
    told = true;
  }

  /** Whether a call or its import was already told. */
  boolean told() {
    return told;
  }

  boolean is(String otherModule, String otherName) {
    return name.equals(otherName) && module.equals(otherModule);
  }

  /** Its whole name. */
  @Override
  public String toString() {
    return name.isEmpty() ? module : module + "." + name;
  }
}
