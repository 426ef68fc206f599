package dev.countersign.report.cyclonedx;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.model.Place;
import dev.countersign.report.words.AnswerWords;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.model.Property;

/**
 * Names and values for what the schema has no key for, all of them under {@code countersign:}. A
 * name may repeat.
 */
final class Properties {
  private static final String NAMESPACE = "countersign:";

  private final List<Property> properties = new ArrayList<>();

  void add(String name, String hostile) {
    properties.add(new Property(NAMESPACE + name, Text.of(hostile)));
  }

  void add(Place place) {
    add("place", place.file() + ":" + place.line());
  }

  /**
   * A threat. CycloneDX 1.6 has vulnerabilities, which are weaknesses of a component, and no
   * threats; so that this is no entry of its own.
   */
  void add(AssessedThreat threat) {
    add(
        "threat",
        threat.threat().id()
            + ", "
            + threat.threat().rank().severity().word()
            + ", "
            + AnswerWords.state(threat.answer()));
  }

  List<Property> all() {
    return properties;
  }
}
