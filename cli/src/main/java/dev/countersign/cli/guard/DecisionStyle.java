package dev.countersign.cli.guard;

import dev.countersign.cli.terminal.Style;
import dev.countersign.guard.Decision;

/** How decisions of gates look. */
final class DecisionStyle {
  private DecisionStyle() {}

  static Style of(Decision decision) {
    return switch (decision) {
      case ACCEPT -> Style.GOOD;
      case FLAG -> Style.WARN;
      case REJECT -> Style.BAD;
    };
  }
}
