package dev.countersign.inspect.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names of one source stand for. Scopes are not told apart: a name that once stood for
 * something known keeps it when something unknown is put there, since nobody knows which of the two
 * lines runs.
 */
final class Names {
  private static final Set<String> BUILTINS =
      Set.of(
          "exec",
          "eval",
          "compile",
          "execfile",
          "open",
          "__import__",
          "getattr",
          "setattr",
          "globals",
          "locals",
          "vars",
          "chr",
          "ord",
          "bytes",
          "bytearray",
          "map",
          "reversed",
          "list",
          "tuple",
          "str",
          "int",
          "input",
          "breakpoint",
          "sorted",
          "filter",
          "delattr",
          "repr",
          "object",
          "type");

  private final Map<String, Value> known = new HashMap<>();
  private final List<String> stars = new ArrayList<>();
  private int functions;

  /** What a name stands for. */
  Value get(String name) {
    Value value = known.get(name);
    if (value != null) {
      return value;
    }
    if (BUILTINS.contains(name)) {
      return Value.path(name);
    }
    if (name.equals("__builtins__") || name.equals("__builtin__")) {
      return Value.path("builtins");
    }
    return stars.stream()
        .map(module -> module + "." + name)
        .filter(path -> Behaviours.of(path).isPresent())
        .findFirst()
        .map(Value::path)
        .orElse(Value.UNKNOWN);
  }

  /** Whether a name was given a meaning in this source. */
  boolean has(String name) {
    return known.containsKey(name);
  }

  /** Gives a name a value. */
  void bind(String name, Value value) {
    Value before = known.get(name);
    boolean keeps = value.equals(Value.UNKNOWN) && (before != null || BUILTINS.contains(name));
    if (!keeps) {
      known.put(name, value);
    }
  }

  /** Takes note that the source itself defines a function or class of that name for all of it. */
  void define(String name) {
    known.put(name, Value.UNKNOWN);
  }

  /** Every name of a module is taken over. */
  void star(String module) {
    stars.add(module);
  }

  void enterFunction() {
    functions++;
  }

  void leaveFunction() {
    functions--;
  }

  /** Whether what is read now runs when the source is imported. */
  boolean atImport() {
    return functions == 0;
  }
}
