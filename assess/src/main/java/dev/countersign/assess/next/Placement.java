package dev.countersign.assess.next;

import dev.countersign.assess.Catalogue;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Control;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control on an element where it could answer a threat.
 *
 * @param control id in the control catalogue
 * @param element id of the element
 */
public record Placement(String control, String element) implements Comparable<Placement> {
  /** Further down the list of a family's controls, help is too weak to be suggested. */
  private static final int TELLING = 3;

  /** {@code control@element}. */
  public String id() {
    return control + "@" + element;
  }

  @Override
  public int compareTo(Placement other) {
    return id().compareTo(other.id());
  }

  /** Where the best controls against a threat could stand, the best first. */
  public static List<Placement> against(Threat threat, SystemModel system, Catalogue catalogue) {
    return catalogue.answersTo(threat.family()).stream()
        .limit(TELLING)
        .flatMap(id -> catalogue.control(id).stream())
        .flatMap(control -> place(control, threat, system).stream())
        .toList();
  }

  private static Optional<Placement> place(Control control, Threat threat, SystemModel system) {
    List<Element> near = near(threat, system).toList();
    Stream<Element> claimed =
        near.stream().filter(e -> system.controls().containsKey(control.id() + "@" + e.id()));
    Stream<Element> fitting = near.stream().filter(e -> control.on().contains(e.kind()));
    return Stream.concat(claimed, fitting)
        .findFirst()
        .map(element -> new Placement(control.id(), element.id()));
  }

  /** The elements that a threat passes, from its target backwards, then what runs the target. */
  private static Stream<Element> near(Threat threat, SystemModel system) {
    Stream<Element> passed =
        threat.path().reversed().stream().flatMap(id -> system.element(id).stream());
    Stream<Element> around =
        system
            .elements(ElementKind.COMPONENT)
            .filter(component -> component.refs("runs").contains(threat.element().id()));
    Stream<Element> under =
        threat.element().refs("stored").stream().flatMap(id -> system.element(id).stream());
    return Stream.of(Stream.of(threat.element()), passed, around, under).flatMap(s -> s);
  }
}
