package dev.countersign.assess.policy;

import dev.countersign.model.ElementKind;
import dev.countersign.model.Place;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A control that elements of a kind must have, whatever derives: {@code - control: model-signing,
 * on: model, where: { origin: open-weights }}.
 *
 * @param control id in the control catalogue
 * @param on the kind of element
 * @param where the words that a fact may hold for the rule to apply, by key; every key has to match
 * @param place where the rule stands
 */
public record RequiredControl(
    String control, ElementKind on, SortedMap<String, List<String>> where, Place place) {
  public RequiredControl {
    where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
  }
}
