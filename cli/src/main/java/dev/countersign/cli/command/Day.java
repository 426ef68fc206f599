package dev.countersign.cli.command;

import dev.countersign.cli.terminal.Safe;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day after an option. */
final class Day implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new TypeConversionException(
          "expected a day such as 2027-01-31 but was '" + Safe.line(text) + "'");
    }
  }
}
