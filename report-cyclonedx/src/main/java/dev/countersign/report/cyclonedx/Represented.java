package dev.countersign.report.cyclonedx;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Checked;
import dev.countersign.derive.flow.FlowMap;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which elements of a system a bill of materials lists, and as what. */
final class Represented {
  private static final Set<ElementKind> COMPONENTS =
      EnumSet.of(
          ElementKind.DATASET,
          ElementKind.MODEL,
          ElementKind.CORPUS,
          ElementKind.MEMORY,
          ElementKind.PROMPT);

  private static final Set<ElementKind> SERVICES =
      EnumSet.of(
          ElementKind.COMPONENT, ElementKind.TOOL, ElementKind.MCP_SERVER, ElementKind.STORE);

  private final Checked checked;
  private final FlowMap flows;

  Represented(Checked checked) {
    this.checked = checked;
    this.flows = FlowMap.of(checked.assessment().system());
  }

  /** Data and models, by id. */
  Stream<Element> components() {
    return elements(COMPONENTS);
  }

  /** What runs or is called, by id. */
  Stream<Element> services() {
    return elements(SERVICES);
  }

  boolean isListed(String id) {
    return model()
        .element(id)
        .filter(it -> COMPONENTS.contains(it.kind()) || SERVICES.contains(it.kind()))
        .isPresent();
  }

  /** The reference of the system itself; a colon is in no id of an element. */
  String system() {
    return "system:" + checked.id();
  }

  /** What a claim about an element is made against: the system where the element is not listed. */
  String target(String element) {
    return isListed(element) ? element : system();
  }

  FlowMap flows() {
    return flows;
  }

  SystemModel model() {
    return checked.assessment().system();
  }

  /** The threats that an element has or shares. */
  Stream<AssessedThreat> threats(Element element) {
    return checked.assessment().threats().stream()
        .filter(it ->
            it.threat().element().id().equals(element.id())
                || it.threat().members().contains(element.id()));
  }

  /** The threats to what is not listed: decisions, outputs, flows and the like. */
  List<AssessedThreat> threatsOfTheSystem() {
    return checked.assessment().threats().stream()
        .filter(it -> !isListed(it.threat().element().id()))
        .toList();
  }

  /** What is said about an element beyond its own keys. */
  Properties properties(Element element) {
    Properties properties = new Properties();
    properties.add("kind", element.kind().word());
    element.word("origin").ifPresent(origin -> properties.add("origin", origin));
    properties.add(element.place());
    threats(element).forEach(properties::add);
    return properties;
  }

  private Stream<Element> elements(Set<ElementKind> kinds) {
    return model().elements().values().stream().filter(it -> kinds.contains(it.kind()));
  }
}
