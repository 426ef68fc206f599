package dev.countersign.model.read;

import dev.countersign.model.Place;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.function.Function;

/** Keeps the first of each id and reports the others, which stand in other files. */
final class Repeated {
  private Repeated() {}

  static <T> void put(
      Map<String, T> map, String id, T value, Scalar key, Function<T, Place> place, Problems to) {
    T first = map.putIfAbsent(id, value);
    if (first != null) {
      to.add(
          "repeated-id",
          key.span(),
          Problems.quote(id) + " stands at " + place.apply(first) + " already",
          "each of them once",
          "Remove one of the two.");
    }
  }
}
