package dev.countersign.cli.command;

import java.util.Locale;

/** The formats of a command that people and programs read. */
enum TextOrJson {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
