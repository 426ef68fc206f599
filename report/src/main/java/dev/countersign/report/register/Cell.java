package dev.countersign.report.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What stands in one cell of a table, before a format writes it. */
public sealed interface Cell {
  /** Nothing is known or nothing applies. */
  record Blank() implements Cell {}

  /** Text as it stands in files: a format escapes it. */
  record Text(String text) implements Cell {}

  /** Several texts, in order. */
  record Items(List<String> items) implements Cell {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A number that people calculate with. */
  record Number(double value) implements Cell {}

  /** A calendar day. */
  record Day(LocalDate day) implements Cell {}

  /** A cell of text. */
  static Cell of(String text) {
    return new Text(text);
  }

  /** A cell of text, blank where there is none. */
  static Cell ofText(Optional<String> text) {
    return text.<Cell>map(Text::new).orElseGet(Blank::new);
  }

  /** A day, blank where there is none. */
  static Cell ofDay(Optional<LocalDate> day) {
    return day.<Cell>map(Day::new).orElseGet(Blank::new);
  }

  /** A list, blank where it is empty. */
  static Cell of(List<String> items) {
    return items.isEmpty() ? new Blank() : new Items(items);
  }

  /** A number. */
  static Cell of(double value) {
    return new Number(value);
  }
}
