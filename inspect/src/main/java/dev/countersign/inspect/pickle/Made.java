package dev.countersign.inspect.pickle;

import dev.countersign.inspect.pickle.knowledge.Standing;

/** What a call gave: an instance of a class, or the result of a function. */
public final class Made implements Value {
  private final Value callee;
  private final Items arguments;
  private final Standing standing;
  private Value state = Plain.NONE;

  Made(Value callee, Items arguments, Standing standing) {
    this.callee = callee;
    this.arguments = arguments;
    this.standing = standing;
  }

  /** What was called. */
  public Value callee() {
    return callee;
  }

  /** What it was called with. */
  public Items arguments() {
    return arguments;
  }

  /** The state that it was given last, {@link Plain#NONE} before. */
  public Value state() {
    return state;
  }

  /** Whether it came from safe calls only. */
  Standing standing() {
    return standing;
  }

  /** The same without its arguments and state. */
  Made slim() {
    return arguments.size() == 0 && state == Plain.NONE
        ? this
        : new Made(Shown.root(this), Items.tuple(Plain.FORGOTTEN), standing);
  }

  void give(Value newState) {
    state = newState;
  }

  /** Whether it is what a call of something imported by this name gave. */
  public boolean isOf(String module, String name) {
    return callee instanceof Global global && global.is(module, name);
  }

  @Override
  public String toString() {
    return Shown.of(this);
  }
}
