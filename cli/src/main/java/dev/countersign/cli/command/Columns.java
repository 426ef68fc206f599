package dev.countersign.cli.command;

import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.terminal.Terminal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many columns text is folded to. */
final class Columns implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    int columns = text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
    if (columns < Terminal.NARROWEST || columns > Terminal.WIDEST) {
      throw new TypeConversionException(
          "expected a number from %d to %d but was '%s'"
              .formatted(Terminal.NARROWEST, Terminal.WIDEST, Safe.line(text)));
    }
    return columns;
  }
}
