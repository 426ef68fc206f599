package dev.countersign.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One production ML system as its {@code countersign.yaml} describes it: valid in itself (every
 * word is known, every reference leads to an element), independent of the order of keys.
 *
 * @param file the path of {@code countersign.yaml} as the user would type it
 * @param info the {@code system} section
 * @param elements by id, sorted; the built-in actor {@code anyone} is always among them
 * @param controls by {@code control@element}, sorted
 * @param resolutions by threat id, sorted
 * @param assumptions by id, sorted
 * @param sources every file that was read, includes among them, in the order of reading
 */
public record SystemModel(
    String file,
    SystemInfo info,
    Map<String, Element> elements,
    Map<String, ControlClaim> controls,
    Map<String, Resolution> resolutions,
    Map<String, Assumption> assumptions,
    List<String> sources) {
  public SystemModel {
    elements = sorted(elements);
    controls = sorted(controls);
    resolutions = sorted(resolutions);
    assumptions = sorted(assumptions);
    sources = List.copyOf(sources);
  }

  /** The element of that id. */
  public Optional<Element> element(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  /** All elements of a kind, by id. */
  public Stream<Element> elements(ElementKind kind) {
    return elements.values().stream().filter(element -> element.kind() == kind);
  }

  private static <T> Map<String, T> sorted(Map<String, T> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
