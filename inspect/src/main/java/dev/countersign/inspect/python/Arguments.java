package dev.countersign.inspect.python;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a call. */
record Arguments(List<Value> positional, Map<String, Value> named) {
  static final Arguments NONE = new Arguments(List.of(), Map.of());

  /** One by its place, else by its name; unknown where there is none. */
  Value get(int place, String name) {
    Value value = place < positional.size() ? positional.get(place) : named.get(name);
    return value == null ? Value.UNKNOWN : value;
  }

  Value first() {
    return get(0, "");
  }

  boolean has(int place, String name) {
    return place < positional.size() || named.containsKey(name);
  }

  Set<Value.Source> sources() {
    Set<Value.Source> all = Value.all(positional);
    all.addAll(Value.all(List.copyOf(named.values())));
    return all;
  }

  /** As it is shown to people. */
  String shown() {
    return "(" + String.join(", ", positional.stream().map(Value::shown).toList()) + ")";
  }
}
