package dev.countersign.cli.console;

import java.util.Locale;

/** When to write colours. */
public enum Colour {
  /** On a terminal, unless the environment asks for none. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** Whether to write colours there: see no-color.org for {@code NO_COLOR}. */
  public boolean on(Console console) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          console.interactive()
              && console.variable("NO_COLOR").isEmpty()
              && console.variable("TERM").filter("dumb"::equals).isEmpty();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
