package dev.countersign.derive.flow;

import dev.countersign.derive.graph.Arrival;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.SystemModel;
import dev.countersign.model.TrustLevel;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** How far each element and actor is trusted. */
final class Standing {
  private final SystemModel system;
  private final Map<String, Element> implied;
  private final Zoning zoning;

  Standing(SystemModel system, Map<String, Element> implied, Zoning zoning) {
    this.system = system;
    this.implied = implied;
    this.zoning = zoning;
  }

  TrustLevel of(String id) {
    return Optional.ofNullable(implied.get(id))
        .or(() -> system.element(id))
        .map(this::of)
        .orElse(TrustLevel.PUBLIC);
  }

  private TrustLevel of(Element element) {
    return switch (element.kind()) {
      case ACTOR -> Arrival.trustOf(element);
      case CHANNEL -> leastTrustedWriter(element);
      case MODEL -> isHosted(element) ? TrustLevel.PARTNER : zone(element);
      default -> zone(element);
    };
  }

  /** Only people write low: a component that writes is the organisation's own. */
  private TrustLevel leastTrustedWriter(Element channel) {
    return channel.refs("writers").stream()
        .flatMap(writer -> system.element(writer).stream())
        .filter(writer -> writer.kind() == ElementKind.ACTOR)
        .map(Arrival::trustOf)
        .min(Comparator.naturalOrder())
        .orElse(TrustLevel.STAFF);
  }

  private static boolean isHosted(Element model) {
    return model.word("origin").filter("hosted"::equals).isPresent();
  }

  private TrustLevel zone(Element element) {
    return zoning
        .of(element.id())
        .flatMap(system::element)
        .flatMap(zone -> zone.value("trust"))
        .map(trust -> trust instanceof FactValue.Level(var level) ? level : TrustLevel.STAFF)
        .orElse(TrustLevel.STAFF);
  }
}
