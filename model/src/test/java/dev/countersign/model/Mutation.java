package dev.countersign.model;

import dev.countersign.model.RandomSystem.Bare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes one thing in a tree. */
final class Mutation {
  private static final List<Object> VALUES =
      List.of(
          new Bare(""),
          new Bare("none"),
          new Bare("yes"),
          new Bare("12"),
          new Bare("public"),
          new Bare("anyone"),
          new Bare("2027-02-01"),
          new Bare("50/s"),
          "text",
          "",
          List.of(),
          List.of(new Bare("anyone")),
          Map.of(),
          Map.of("trust", new Bare("staff")));

  private final Random random;
  private final boolean outside;
  private int target;

  private Mutation(Random random, boolean outside, int target) {
    this.random = random;
    this.outside = outside;
    this.target = target;
  }

  /** Puts any value in some place, takes an entry away, or renames a key. */
  static Map<String, Object> any(Map<String, Object> tree, Random random) {
    return new Mutation(random, false, random.nextInt(size(tree))).map(tree);
  }

  /** Puts something in some place that is nowhere right. */
  static Map<String, Object> outsideTheLanguage(Map<String, Object> tree, Random random) {
    return new Mutation(random, true, random.nextInt(size(tree))).map(tree);
  }

  private static int size(Object tree) {
    return tree instanceof Map<?, ?> map
        ? map.values().stream().mapToInt(value -> 1 + size(value)).sum()
        : 0;
  }

  private Map<String, Object> map(Map<?, ?> tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : tree.entrySet()) {
      entry(String.valueOf(entry.getKey()), entry.getValue(), copy);
    }
    return copy;
  }

  private void entry(String key, Object value, Map<String, Object> copy) {
    if (target-- == 0) {
      change(key, value, copy);
    } else {
      copy.put(key, value instanceof Map<?, ?> inner ? map(inner) : value);
    }
  }

  private void change(String key, Object value, Map<String, Object> copy) {
    if (outside) {
      copy.put(random.nextBoolean() ? key : "Nonsense", nonsense());
      return;
    }
    switch (random.nextInt(4)) {
      case 0 -> copy.put(key + "x", value);
      case 1 -> copy.put(key, new ArrayList<>(List.of(value, value)));
      case 2 -> copy.put(key, VALUES.get(random.nextInt(VALUES.size())));
      default -> {
        return;
      }
    }
  }

  /** No key of the language holds a list of lists with a map of nothing in it. */
  private static Object nonsense() {
    return List.of(List.of(Map.of("Nonsense", new Bare("~"))));
  }
}
