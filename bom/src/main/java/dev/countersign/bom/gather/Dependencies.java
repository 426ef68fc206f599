package dev.countersign.bom.gather;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.Service;
import dev.countersign.bom.lock.Library;
import dev.countersign.bom.lock.LockFiles;
import dev.countersign.model.Element;
import dev.countersign.model.SystemModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What cannot work without what. */
final class Dependencies {
  private final SystemModel model;
  private final String system;
  private final Set<String> refs = new HashSet<>();
  private final List<Part> parts;
  private final List<Service> services;
  private final LockFiles locks;

  Dependencies(
      SystemModel model, String system, List<Part> parts, List<Service> services, LockFiles locks) {
    this.model = model;
    this.system = system;
    this.parts = parts;
    this.services = services;
    this.locks = locks;
    parts.forEach(part -> refs.add(part.ref()));
    services.forEach(service -> refs.add(service.ref()));
  }

  /**
   * By what needs; what needs nothing that is known is left out, except a library of a lock file.
   */
  SortedMap<String, List<String>> all() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    all.put(system, ofSystem());
    model.elements().values().stream()
        .filter(element -> refs.contains(element.id()))
        .filter(element -> !ofElement(element).isEmpty())
        .forEach(element -> all.put(element.id(), ofElement(element)));
    locks.libraries().forEach(library -> all.put(library.purl(), library.needs()));
    return all;
  }

  /** Everything that no library asks for. */
  private List<String> ofSystem() {
    Set<String> asked = new HashSet<>();
    locks.libraries().stream().map(Library::needs).forEach(asked::addAll);
    return Stream.concat(
            parts.stream()
                .filter(part -> part.kind() != PartKind.LIBRARY || !asked.contains(part.ref()))
                .map(Part::ref),
            services.stream().map(Service::ref))
        .sorted()
        .toList();
  }

  private List<String> ofElement(Element element) {
    TreeSet<String> needs = new TreeSet<>();
    element.needs().filter(refs::contains).forEach(needs::add);
    if (ServiceParts.isHosted(element)) {
      needs.add(ServiceParts.hosted(element.id()));
    }
    return List.copyOf(needs);
  }
}
