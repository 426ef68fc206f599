package dev.countersign.report.cyclonedx;

import dev.countersign.model.Element;
import java.util.List;
import java.util.stream.Stream;
import org.cyclonedx.model.Dependency;

/** What cannot work without what. */
final class Dependencies {
  private final Represented represented;

  Dependencies(Represented represented) {
    this.represented = represented;
  }

  /** Elements that need nothing stated are left out: what they need may be unknown. */
  List<Dependency> all() {
    Stream<Dependency> elements =
        Stream.concat(represented.components(), represented.services())
            .filter(element -> !needs(element).isEmpty())
            .map(element -> dependency(element.id(), needs(element)));
    List<String> parts =
        Stream.concat(represented.components(), represented.services()).map(Element::id).toList();
    return Stream.concat(Stream.of(dependency(represented.system(), parts)), elements).toList();
  }

  private List<String> needs(Element element) {
    return element.needs().filter(represented::isListed).distinct().sorted().toList();
  }

  private static Dependency dependency(String from, List<String> to) {
    Dependency dependency = new Dependency(from);
    to.forEach(id -> dependency.addDependency(new Dependency(id)));
    return dependency;
  }
}
