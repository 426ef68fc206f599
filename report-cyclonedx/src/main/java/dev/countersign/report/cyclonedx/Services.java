package dev.countersign.report.cyclonedx;

import dev.countersign.derive.flow.DataFlow;
import dev.countersign.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cyclonedx.model.Service;
import org.cyclonedx.model.ServiceData;
import org.cyclonedx.model.ServiceData.Flow;

/** What runs or is called, as services. No endpoints: the language knows none. */
final class Services {
  /** Keys that say who uses an element; without any of them nothing is known about its boundary. */
  private static final List<String> USERS =
      List.of("callers", "readers", "writers", "content-from");

  private final Represented represented;

  Services(Represented represented) {
    this.represented = represented;
  }

  List<Service> all() {
    return represented.services().map(this::service).toList();
  }

  private Service service(Element element) {
    Service service = new Service();
    service.setBomRef(element.id());
    service.setName(element.id());
    element.text("supplier").ifPresent(it -> service.setProvider(Components.organisation(it)));
    element.word("authentication").ifPresent(it -> service.setAuthenticated(!it.equals("none")));
    represented.flows().zoneOf(element.id()).ifPresent(service::setTrustZone);
    boundary(element).ifPresent(service::setxTrustBoundary);
    List<ServiceData> data = data(element);
    if (!data.isEmpty()) {
      service.setData(data);
    }
    service.setProperties(represented.properties(element).all());
    return service;
  }

  /** Whether somebody less trusted sends it something; empty where nobody has said who uses it. */
  private Optional<Boolean> boundary(Element element) {
    boolean crossed = flows(element).stream().anyMatch(flow -> rises(flow, element));
    boolean known = USERS.stream().anyMatch(element.facts()::containsKey);
    return crossed || known ? Optional.of(crossed) : Optional.empty();
  }

  private static boolean rises(DataFlow flow, Element element) {
    return flow.to().equals(element.id()) && flow.risesInTrust();
  }

  private List<DataFlow> flows(Element element) {
    return represented.flows().flows().stream()
        .filter(flow -> flow.from().equals(element.id()) || flow.to().equals(element.id()))
        .toList();
  }

  /** The classes of data that go in and out, where somebody has stated how sensitive they are. */
  private List<ServiceData> data(Element element) {
    Map<String, Flow> directions = new TreeMap<>();
    for (DataFlow flow : flows(element)) {
      boolean in = flow.to().equals(element.id());
      classification(in ? flow.from() : flow.to())
          .ifPresent(it -> directions.merge(it, in ? Flow.INBOUND : Flow.OUTBOUND, Services::both));
    }
    List<ServiceData> data = new ArrayList<>();
    directions.forEach((classification, flow) -> data.add(new ServiceData(flow, classification)));
    return data;
  }

  private static Flow both(Flow one, Flow other) {
    return one == other ? one : Flow.BI_DIRECTIONAL;
  }

  private Optional<String> classification(String id) {
    return represented.model().element(id).flatMap(element -> element.word("sensitivity"));
  }
}
