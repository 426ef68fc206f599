package dev.countersign.bom.spdx;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.bom.Bill;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.Serial;
import dev.countersign.bom.Service;
import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a bill as SPDX 3.0.1 in JSON-LD (spdx.github.io/spdx-spec/v3.0.1). The same bill gives the
 * same bytes: identifiers follow from the content.
 */
public final class SpdxWriter {
  static final String CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
  private static final String VERSION = "3.0.1";
  private static final String NAMESPACE = "https://countersign.dev/spdx/";
  private static final String AGENT = "agent:countersign";
  private static final String TOOL = "tool:countersign";
  private static final String DOCUMENT = "document";
  private static final String SBOM = "sbom";

  private final Bill bill;
  private final Graph graph;

  private SpdxWriter(Bill bill, String base) {
    this.bill = bill;
    this.graph = new Graph(base);
  }

  /** The document. */
  public static ObjectNode write(Bill bill) {
    byte[] content = bytes(new SpdxWriter(bill, NAMESPACE + "#").document());
    String serial = Serial.of(content).substring("urn:uuid:".length());
    return new SpdxWriter(bill, NAMESPACE + serial + "#").document();
  }

  /** The bytes of a document as they stand in a file. */
  public static byte[] bytes(ObjectNode document) {
    return StrictJson.pretty(document);
  }

  private ObjectNode document() {
    String system = bill.system().ref();
    agents();
    system();
    PartElements parts = new PartElements(graph);
    bill.parts().forEach(parts::add);
    bill.services().forEach(this::service);
    bill.dependencies().forEach((from, to) -> graph.relate(from, "dependsOn", to));
    graph.relate(system, "contains", contained());
    collections(system);
    ObjectNode document = Graph.object().put("@context", CONTEXT);
    ArrayNode all = document.putArray("@graph");
    all.add(creation());
    graph.all().forEach(all::add);
    return document;
  }

  private List<String> contained() {
    return Stream.concat(
            bill.parts().stream()
                .filter(part -> part.kind() != PartKind.LIBRARY)
                .map(part -> part.ref()),
            bill.services().stream().map(Service::ref))
        .toList();
  }

  private ObjectNode creation() {
    ObjectNode creation = Graph.object();
    creation.put("type", "CreationInfo").put("@id", Graph.CREATION).put("specVersion", VERSION);
    creation.put("created", bill.made().toString());
    creation.putArray("createdBy").add(graph.id(AGENT));
    creation.putArray("createdUsing").add(graph.id(TOOL));
    return creation;
  }

  private void agents() {
    graph.element("SoftwareAgent", AGENT, "countersign");
    graph.element("Tool", TOOL, "countersign " + bill.tool());
    bill.system().producer().forEach(who -> graph.element("Person", "agent:" + who, who));
  }

  private void system() {
    ObjectNode system =
        graph.element("software_Package", bill.system().ref(), bill.system().name());
    system.put("software_primaryPurpose", "application");
    Graph.put(system, "software_packageVersion", bill.system().version());
    Graph.put(system, "description", bill.system().purpose());
    if (!bill.system().producer().isEmpty()) {
      ArrayNode by = system.putArray("originatedBy");
      bill.system().producer().forEach(who -> by.add(graph.id("agent:" + who)));
    }
    bill.system().securityPolicy().ifPresent(file -> policy(system, file));
    List<String> said = new ArrayList<>();
    bill.system().flows().forEach(flow -> said.add("flow: " + flow));
    bill.system().controls().forEach(control -> said.add("control: " + control));
    bill.notes().forEach(note -> said.add("note: " + note));
    Comments.put(system, said);
  }

  private static void policy(ObjectNode system, String file) {
    ObjectNode reference = system.putArray("externalRef").addObject();
    reference.put("type", "ExternalRef").put("externalRefType", "securityPolicy");
    reference.putArray("locator").add(SafeText.of(file));
  }

  /** SPDX 3.0.1 has no services: each is a package of which the comment says what it is. */
  private void service(Service service) {
    ObjectNode element = graph.element("software_Package", service.ref(), service.name());
    element.put(
        "software_primaryPurpose",
        Set.of("store", "hosted-model").contains(service.kind()) ? "platform" : "application");
    Graph.put(element, "description", service.description());
    Graph.put(element, "software_packageVersion", service.version());
    service
        .provider()
        .ifPresent(who -> {
          graph.element("Organization", "agent:" + who, who);
          element.put("suppliedBy", graph.id("agent:" + who));
        });
    List<String> said = new ArrayList<>(List.of("service: " + service.kind()));
    service.zone().ifPresent(zone -> said.add("zone: " + zone));
    service.authenticated().ifPresent(yes -> said.add("authenticated: " + (yes ? "yes" : "no")));
    service
        .data()
        .forEach(data ->
            said.add((data.inbound() ? "data-in: " : "data-out: ") + data.classification()));
    new TreeMap<>(service.properties()).forEach((key, value) -> said.add(key + ": " + value));
    Comments.put(element, said);
  }

  private void collections(String system) {
    List<String> elements = graph.ids();
    ObjectNode sbom = graph.element("software_Sbom", SBOM);
    sbom.putArray("software_sbomType").add("source");
    sbom.putArray("rootElement").add(graph.id(system));
    Graph.put(sbom, "element", elements);
    ObjectNode document = graph.element("SpdxDocument", DOCUMENT);
    document.put("name", SafeText.of(bill.system().name()));
    document.putArray("rootElement").add(graph.id(SBOM));
    List<String> all = new ArrayList<>(elements);
    all.add(graph.id(SBOM));
    Graph.put(document, "element", all);
    Graph.put(document, "profileConformance", profiles());
  }

  /**
   * The profiles of AI and datasets ask for facts that nobody may have stated, such as when a model
   * was released: they are claimed only where all are there.
   */
  private Set<String> profiles() {
    Set<String> profiles = new TreeSet<>(Set.of("core", "software", "simpleLicensing"));
    if (Profiles.hold("ai_AIPackage", Profiles.AI, graph.all())) {
      profiles.add("ai");
    }
    if (Profiles.hold("dataset_DatasetPackage", Profiles.DATASET, graph.all())) {
      profiles.add("dataset");
    }
    return profiles;
  }
}
