package dev.countersign.assess.placed;

import dev.countersign.assess.Checked;
import dev.countersign.model.Element;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An element with the controls on it.
 *
 * @param element where they stand
 * @param controls what needs work first, then by id; at least one
 */
public record ElementControls(Element element, List<PlacedControl> controls) {
  public ElementControls {
    controls = List.copyOf(controls);
  }

  /** The elements of a system that have or miss controls, by kind and then by id. */
  public static List<ElementControls> of(Checked checked) {
    Map<String, List<PlacedControl>> byElement =
        Placing.of(checked).stream()
            .collect(
                Collectors.groupingBy(PlacedControl::element, TreeMap::new, Collectors.toList()));
    return byElement.entrySet().stream()
        .flatMap(entry ->
            checked.assessment().system().element(entry.getKey()).stream()
                .map(element -> new ElementControls(element, sorted(entry.getValue()))))
        .sorted(
            Comparator.comparing((ElementControls it) -> it.element().kind())
                .thenComparing(it -> it.element().id()))
        .toList();
  }

  private static List<PlacedControl> sorted(List<PlacedControl> controls) {
    return controls.stream()
        .sorted(Comparator.comparing(PlacedControl::state).thenComparing(PlacedControl::control))
        .toList();
  }
}
