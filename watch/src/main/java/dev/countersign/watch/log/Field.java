package dev.countersign.watch.log;

import java.util.Optional;
import java.util.stream.Stream;

/** What a mapping can find in a foreign log. */
public enum Field {
  /**
   * When the request came: RFC 3339, or a number of seconds, milliseconds, microseconds or
   * nanoseconds since 1970, told by its size.
   */
  TIME("time"),
  /** When its answer was there; with {@link #TIME} that makes how long it took. */
  END("end"),
  /** Of the request. */
  ID("id"),
  /** The system that the model belongs to. */
  SYSTEM("system"),
  /** What was asked. */
  MODEL("model"),
  /** Who asked. */
  CLIENT("client"),
  /** Where the data comes from. */
  SOURCE("source"),
  /** The session that it belongs to. */
  SESSION("session"),
  /** What was asked for, for example {@code infer}. */
  OPERATION("operation"),
  /** What became of it. */
  OUTCOME("outcome"),
  /** Of HTTP. */
  STATUS("status"),
  /** How long it took, in milliseconds. */
  MILLIS("ms"),
  /** How long the request was. */
  BYTES_IN("bytes-in"),
  /** How long the answer was. */
  BYTES_OUT("bytes-out"),
  /** As the server counted. */
  TOKENS_IN("tokens-in"),
  /** As the server counted. */
  TOKENS_OUT("tokens-out"),
  /** Rows that a predictive model was asked. */
  FEATURES("features"),
  /** What it said. */
  OUTPUTS("outputs"),
  /** What a language model was asked: a text, or messages. */
  TEXT("text"),
  /** Tools that it called: names, or calls as OpenAI writes them. */
  TOOLS("tools");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** As it stands in mapping files. */
  public String word() {
    return word;
  }

  /** The one with this word. */
  public static Optional<Field> of(String word) {
    return Stream.of(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
