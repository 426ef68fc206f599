package dev.countersign.assess;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Knowledge;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of what is known that answers are judged by: which families and controls exist.
 *
 * @param families by id
 * @param controls by id
 */
public record Catalogue(SortedMap<String, Family> families, SortedMap<String, Control> controls) {
  public Catalogue {
    families = Collections.unmodifiableSortedMap(new TreeMap<>(families));
    controls = Collections.unmodifiableSortedMap(new TreeMap<>(controls));
  }

  /** What ships with Countersign or was added to it. */
  public static Catalogue of(Knowledge knowledge) {
    return of(knowledge.families(), knowledge.controls());
  }

  /** The catalogue of these families and controls. */
  public static Catalogue of(Collection<Family> families, Collection<Control> controls) {
    return new Catalogue(byId(families, Family::id), byId(controls, Control::id));
  }

  /** The control of that id. */
  public Optional<Control> control(String id) {
    return Optional.ofNullable(controls.get(id));
  }

  /** The family of that id. */
  public Optional<Family> family(String id) {
    return Optional.ofNullable(families.get(id));
  }

  /** Whether the control of that id exists and stops the family. */
  public boolean stops(String control, String family) {
    return control(control).filter(found -> found.stops().contains(family)).isPresent();
  }

  /** Ids of the controls that stop a family: those it lists, the best first, then the others. */
  public List<String> answersTo(Family family) {
    return Stream.concat(family.controls().stream(), controls.keySet().stream())
        .filter(control -> stops(control, family.id()))
        .distinct()
        .toList();
  }

  /** Every kind of evidence that proves some control. */
  public SortedSet<String> evidenceKinds() {
    return controls.values().stream()
        .flatMap(control -> control.evidence().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> SortedMap<String, T> byId(Collection<T> items, Function<T, String> id) {
    Map<String, T> map = items.stream().collect(Collectors.toMap(id, Function.identity()));
    return new TreeMap<>(map);
  }
}
