package dev.countersign.guard.output.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where output goes, which decides what is dangerous in it. */
public enum Destination {
  /** A program that parses JSON. */
  JSON,
  /** A page, as markup. */
  HTML,
  /** Something that renders Markdown, as chats do. */
  MARKDOWN,
  /** A database, as a whole query that may only read. */
  SQL,
  /** A database, as one value in a query. */
  SQL_VALUE,
  /** A shell, as one argument of a command. */
  SHELL,
  /** A shell, as a whole command. */
  SHELL_COMMAND,
  /** A file system, as a path below a folder. */
  PATH,
  /** A template engine, as a part of a template. */
  TEMPLATE,
  /** A log, as one record. */
  LOG,
  /** A terminal. */
  TERMINAL,
  /** A cell of a spreadsheet or of a CSV file. */
  CELL,
  /** Something that opens an address. */
  URL,
  /** Numbers that a predictive model gave. */
  NUMBERS,
  /** A person or a program that takes it as plain text. */
  TEXT;

  /** The word in policies and on the command line: {@code sql-value}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The destination of that word. */
  public static Optional<Destination> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /**
   * Whether the text is a document of which a beginning is of use; otherwise it is one value, which
   * is of use as a whole only.
   */
  public boolean flows() {
    return switch (this) {
      case HTML, MARKDOWN, TEMPLATE, LOG, TERMINAL, TEXT -> true;
      default -> false;
    };
  }
}
