package dev.countersign.inspect.python;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a value without running anything.
 *
 * @param text of {@link Kind#PATH} its dotted name with {@code ()} after what was called; of text
 *     and bytes their value, bytes one character each; of a getter the attribute that it gets
 * @param number of an integer
 * @param items of a list, tuple, or pieces of a mapping's values
 * @param sources where it came from
 */
record Value(Kind kind, String text, long number, List<Value> items, Set<Source> sources) {
  /** What can be known. */
  enum Kind {
    UNKNOWN,
    PATH,
    TEXT,
    BYTES,
    INTEGER,
    ITEMS,
    GETTER
  }

  /** Where a value came from. */
  enum Source {
    /**
     * Out of base64, hexadecimal, compression, single characters, or backwards: written to be
     * hidden.
     */
    DECODED,
    /** From another host. */
    REMOTE,
    /** From environment variables, or a file that holds secrets. */
    SECRET
  }

  /** Nothing is known. */
  static final Value UNKNOWN = new Value(Kind.UNKNOWN, "", 0, List.of(), Set.of());

  /** The longest text that is computed, in characters. */
  static final int LONGEST = 1 << 22;

  static Value path(String name) {
    return new Value(Kind.PATH, name, 0, List.of(), Set.of());
  }

  static Value text(String text, Set<Source> sources) {
    return new Value(Kind.TEXT, text, 0, List.of(), sources);
  }

  static Value bytes(String bytes, Set<Source> sources) {
    return new Value(Kind.BYTES, bytes, 0, List.of(), sources);
  }

  static Value integer(long number) {
    return new Value(Kind.INTEGER, "", number, List.of(), Set.of());
  }

  static Value items(List<Value> items) {
    return new Value(Kind.ITEMS, "", 0, List.copyOf(items), all(items));
  }

  static Value getter(String attribute) {
    return new Value(Kind.GETTER, attribute, 0, List.of(), Set.of());
  }

  static Value unknown(Set<Source> sources) {
    return sources.isEmpty() ? UNKNOWN : new Value(Kind.UNKNOWN, "", 0, List.of(), sources);
  }

  Value from(Source source) {
    Set<Source> more = EnumSet.of(source);
    more.addAll(sources);
    return new Value(kind, text, number, items, more);
  }

  Value from(Set<Source> others) {
    if (others.isEmpty()) {
      return this;
    }
    Set<Source> more = EnumSet.copyOf(others);
    more.addAll(sources);
    return new Value(kind, text, number, items, more);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isText() {
    return kind == Kind.TEXT || kind == Kind.BYTES;
  }

  boolean has(Source source) {
    return sources.contains(source);
  }

  static Set<Source> all(List<Value> values) {
    Set<Source> all = EnumSet.noneOf(Source.class);
    values.forEach(value -> all.addAll(value.sources()));
    return all;
  }

  /** As it is shown to people. */
  String shown() {
    return switch (kind) {
      case UNKNOWN, GETTER -> "…";
      case PATH -> text;
      case TEXT -> "'" + text + "'";
      case BYTES -> "b'" + text + "'";
      case INTEGER -> Long.toString(number);
      case ITEMS ->
          "[" + String.join(", ", items.stream().limit(8).map(Value::shown).toList()) + "]";
    };
  }
}
