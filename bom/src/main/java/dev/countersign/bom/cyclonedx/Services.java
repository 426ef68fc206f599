package dev.countersign.bom.cyclonedx;

import dev.countersign.bom.Service;
import dev.countersign.model.SafeText;
import java.util.Map;
import java.util.TreeMap;
import org.cyclonedx.model.ServiceData;
import org.cyclonedx.model.ServiceData.Flow;

/** What runs or is called, as services. */
final class Services {
  private Services() {}

  static org.cyclonedx.model.Service service(Service said) {
    var service = new org.cyclonedx.model.Service();
    service.setBomRef(said.ref());
    service.setName(SafeText.of(said.name()));
    said.description().map(SafeText::of).ifPresent(service::setDescription);
    said.version().map(SafeText::of).ifPresent(service::setVersion);
    said.provider().ifPresent(who -> service.setProvider(Components.organisation(who)));
    said.authenticated().ifPresent(service::setAuthenticated);
    said.zone().map(SafeText::of).ifPresent(service::setTrustZone);
    Map<String, Flow> flows = flows(said);
    if (!flows.isEmpty()) {
      service.setData(
          flows.entrySet().stream()
              .map(it -> new ServiceData(it.getValue(), it.getKey()))
              .toList());
    }
    Properties properties = new Properties().add("kind", said.kind());
    said.properties().forEach(properties::add);
    properties.addTo(service);
    return service;
  }

  private static Map<String, Flow> flows(Service said) {
    Map<String, Flow> flows = new TreeMap<>();
    for (Service.Data data : said.data()) {
      Flow flow = data.inbound() ? Flow.INBOUND : Flow.OUTBOUND;
      flows.merge(
          data.classification(), flow, (one, other) -> one == other ? one : Flow.BI_DIRECTIONAL);
    }
    return flows;
  }
}
