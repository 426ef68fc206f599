package dev.countersign.inspect.pickle.knowledge;

/** In which manner a safe name may be used. Each includes those before it. */
public enum Manner {
  /** Only referred to: a type, a dtype, a singleton. */
  VALUE,
  /** Instantiated with data, by whatever opcode, and given its state, items and entries. */
  CLASS,
  /** Called with data; what it returns may be given state, items and entries. */
  CALL;

  /** Whether it may be called or instantiated, and not only referred to. */
  public boolean mayBeCalled() {
    return this != VALUE;
  }
}
