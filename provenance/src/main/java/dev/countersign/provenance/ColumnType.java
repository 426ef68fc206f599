package dev.countersign.provenance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the values of a column are, in the words of every format. */
public enum ColumnType {
  /** Whole numbers. */
  INTEGER,
  /** Numbers with a fraction or an exponent, also mixed with whole ones. */
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** Days of the calendar: {@code 2026-11-27}. */
  DATE,
  /** Points in time or local times of a day: {@code 2026-11-27T10:00:00Z}. */
  TIMESTAMP,
  /** Any text. */
  TEXT,
  /** Bytes. */
  BINARY,
  /** Objects with keys of their own. */
  OBJECT,
  /** Lists. */
  LIST,
  /** Values of types that have nothing in common. */
  MIXED,
  /** There is no value, or its type could not be told. */
  UNKNOWN;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this word. */
  public static Optional<ColumnType> of(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
