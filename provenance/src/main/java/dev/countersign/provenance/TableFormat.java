package dev.countersign.provenance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of which rows are counted. */
public enum TableFormat {
  /** Comma-separated values (RFC 4180) with a header; also with tabs in {@code .tsv}. */
  CSV,
  /** One JSON object a line ({@code .jsonl}, {@code .ndjson}). */
  JSONL,
  /** Apache Parquet. */
  PARQUET;

  /** The word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this word. */
  public static Optional<TableFormat> of(String word) {
    return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
