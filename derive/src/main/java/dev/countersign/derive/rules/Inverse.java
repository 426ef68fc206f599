package dev.countersign.derive.rules;

import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who refers to an element, by kind and key: references followed backwards. */
final class Inverse {
  private final Map<String, List<Element>> ways = new HashMap<>();

  Inverse(SystemModel system) {
    for (Element element : system.elements().values()) {
      for (String key : element.facts().keySet()) {
        for (String target : element.refs(key)) {
          ways.computeIfAbsent(way(element.kind(), key, target), _ -> new ArrayList<>())
              .add(element);
        }
      }
    }
  }

  /** Elements of a kind whose key names that element, by id. */
  List<Element> of(String target, ElementKind from, String key) {
    return ways.getOrDefault(way(from, key, target), List.of());
  }

  /** Neither kinds nor keys hold a space, so no two ways have the same name. */
  private static String way(ElementKind from, String key, String to) {
    return from.word() + ' ' + key + ' ' + to;
  }
}
