package dev.countersign.discover.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call, a constructor or a decorator.
 *
 * @param path the name with its dots: {@code client.chat.completions.create}
 * @param resolved the same, with what the file calls by another name by its own: {@code
 *     joblib.load} where {@code load} is imported from there
 * @param name the last part of it: {@code create}
 * @param line where the name stands
 * @param target what it is assigned to; empty if it is not
 * @param decorator whether it is a decorator or an annotation
 * @param strings its first arguments that are strings or names of constants that hold one
 * @param named arguments by name: what stands in quotes, or a name or number as written
 * @param texts those of them that are strings or constants that hold one
 */
public record Call(
    String path,
    String resolved,
    String name,
    int line,
    String target,
    boolean decorator,
    List<String> strings,
    Map<String, String> named,
    Map<String, String> texts) {
  public Call {
    strings = List.copyOf(strings);
    named = Map.copyOf(named);
    texts = Map.copyOf(texts);
  }

  /** What stands before the last part: {@code client.chat.completions}; empty if nothing does. */
  public String receiver() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** The first argument that is a string. */
  public Optional<String> first() {
    return strings.stream().findFirst();
  }

  /** The first of these arguments that is named. */
  public Optional<String> named(String... names) {
    return first(named, names);
  }

  /** The first of these arguments that is a string. */
  public Optional<String> text(String... names) {
    return first(texts, names);
  }

  private static Optional<String> first(Map<String, String> values, String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
