package dev.countersign.bom.cyclonedx;

import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.Service;

/**
 * Names and values for what the schema has no key for, all of them under {@code countersign:}. A
 * name may repeat.
 */
final class Properties {
  private static final String NAMESPACE = "countersign:";

  private final List<Property> properties = new ArrayList<>();

  Properties add(String name, String hostile) {
    properties.add(new Property(NAMESPACE + name, SafeText.of(hostile)));
    return this;
  }

  void addTo(Component component) {
    if (!properties.isEmpty()) {
      component.setProperties(properties);
    }
  }

  void addTo(Service service) {
    service.setProperties(properties);
  }
}
