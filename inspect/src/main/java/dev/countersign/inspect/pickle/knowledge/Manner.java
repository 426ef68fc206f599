package dev.countersign.inspect.pickle.knowledge;

/** In which manner a safe name may be used. Each includes those before it. */
public enum Manner {
  /** Only referred to: a type, a dtype, a singleton, a function that is not called. */
  VALUE,
  /**
   * Made without its initialiser ({@code NEWOBJ}, {@code copyreg._reconstructor}, {@code INST} and
   * {@code OBJ} without arguments) and given its state, items and entries. What its initialiser
   * would do with data was not looked at: it may open a file that it is given the name of.
   */
  OBJECT,
  /** Instantiated with data, by whatever opcode, and given its state, items and entries. */
  CLASS,
  /** Called with data; what it returns may be given state, items and entries. */
  CALL;

  /** Whether an object of it may be made without its initialiser. */
  public boolean mayBeMade() {
    return this != VALUE;
  }

  /** Whether it may be called with data, which for a class runs its initialiser. */
  public boolean mayBeCalled() {
    return this == CLASS || this == CALL;
  }
}
