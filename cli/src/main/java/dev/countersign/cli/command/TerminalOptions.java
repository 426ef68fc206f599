package dev.countersign.cli.command;

import dev.countersign.cli.console.Colour;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** Options about how text looks. */
final class TerminalOptions {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (on a terminal, and NO_COLOR is not set), always or never.")
  Colour colour = Colour.AUTO;

  @Option(
      names = "--width",
      paramLabel = "N",
      converter = Columns.class,
      description = {
        "Columns to fold text to, from 40 to 120.",
        "Otherwise the variable COLUMNS says, or it is 100."
      })
  int width;

  Terminal terminal(Console console) {
    return new Terminal(width > 0 ? width : width(console), colour.on(console), console.unicode());
  }

  static int width(Console console) {
    return console
        .variable("COLUMNS")
        .filter(columns -> columns.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .map(columns -> Math.clamp(columns, Terminal.NARROWEST, Terminal.WIDEST))
        .orElse(Terminal.USUAL);
  }
}
