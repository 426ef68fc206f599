package dev.countersign.inspect.keras;

import dev.countersign.inspect.python.Behaviours;

/** Functions that a layer may name without the module before it. */
final class DangerousFunction {
  private DangerousFunction() {}

  static boolean is(String name) {
    return Behaviours.of(name).isPresent()
        || Behaviours.of("os." + name).isPresent()
        || Behaviours.of("subprocess." + name).isPresent();
  }
}
