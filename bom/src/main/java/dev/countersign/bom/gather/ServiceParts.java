package dev.countersign.bom.gather;

import dev.countersign.bom.Service;
import dev.countersign.bom.Service.Data;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What runs or is called. */
final class ServiceParts {
  private static final List<String> IN =
      List.of("reads", "retrieves", "remembers", "prompts", "stored");
  private static final Set<String> TOLD =
      Set.of("effect", "transport", "updates", "interface", "type", "authority", "approval");

  private final SystemModel system;

  ServiceParts(SystemModel system) {
    this.system = system;
  }

  List<Service> all() {
    List<Service> services = new ArrayList<>();
    for (Element element : system.elements().values()) {
      kind(element).ifPresent(kind -> services.add(service(element, element.id(), kind)));
      if (isHosted(element)) {
        services.add(service(element, hosted(element.id()), "hosted-model"));
      }
    }
    return services;
  }

  /** The reference of the API behind which a model runs; a colon is in no id of an element. */
  static String hosted(String model) {
    return "api:" + model;
  }

  static boolean isHosted(Element element) {
    return element.kind() == ElementKind.MODEL
        && element.word("origin").equals(Optional.of("hosted"));
  }

  private static Optional<String> kind(Element element) {
    return switch (element.kind()) {
      case COMPONENT -> Optional.of(element.refs("uses").isEmpty() ? "component" : "agent");
      case TOOL, MCP_SERVER, STORE -> Optional.of(element.kind().word());
      default -> Optional.empty();
    };
  }

  private Service service(Element element, String ref, String kind) {
    return new Service(
        ref,
        element.id(),
        kind,
        Optional.empty(),
        element.text("supplier"),
        Optional.empty(),
        element.word("authentication").map(word -> !word.equals("none")),
        element.refs("zone").stream().findFirst(),
        data(element),
        properties(element));
  }

  /** The sensitivity of what it reads, and of what it returns. */
  private List<Data> data(Element element) {
    TreeSet<String> in = new TreeSet<>();
    IN.stream()
        .flatMap(key -> element.refs(key).stream())
        .flatMap(id -> system.element(id).stream())
        .flatMap(read -> read.word("sensitivity").stream())
        .forEach(in::add);
    return Stream.concat(
            in.stream().map(word -> new Data(true, word)),
            element.word("sensitivity").map(word -> new Data(false, word)).stream())
        .toList();
  }

  private static SortedMap<String, String> properties(Element element) {
    SortedMap<String, String> properties = new TreeMap<>();
    for (String key : TOLD) {
      element.value(key).ifPresent(value -> properties.put(key, value.written()));
    }
    return properties;
  }
}
