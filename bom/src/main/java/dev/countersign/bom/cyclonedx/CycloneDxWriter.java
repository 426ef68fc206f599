package dev.countersign.bom.cyclonedx;

import static org.cyclonedx.model.ExternalReference.Type.MODEL_CARD;

import dev.countersign.attest.json.StrictJson;
import dev.countersign.bom.Bill;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.Serial;
import dev.countersign.bom.merge.Merging;
import dev.countersign.bom.merge.Sbom;
import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.json.BomJsonGenerator;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.ExternalReference;
import org.cyclonedx.model.LifecycleChoice;
import org.cyclonedx.model.Lifecycles;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.OrganizationalContact;
import org.cyclonedx.model.metadata.ToolInformation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a bill as CycloneDX 1.6 in JSON. The same bill gives the same bytes. */
public final class CycloneDxWriter {
  private static final String NAME = "countersign";

  private final Bill bill;

  private CycloneDxWriter(Bill bill) {
    this.bill = bill;
  }

  /** The document, which has its serial number by its own content. */
  public static ObjectNode write(Bill bill) {
    return new CycloneDxWriter(bill).document();
  }

  /** The document of a bill that another one was merged into, with all that the other one says. */
  public static ObjectNode write(Merging merging, Sbom sbom) {
    return Overlay.onto(write(merging.bill()), sbom, merging);
  }

  /** The bytes of a document as they stand in a file. */
  public static byte[] bytes(ObjectNode document) {
    return StrictJson.pretty(document);
  }

  /** Gives a document the serial number of its content. */
  static ObjectNode numbered(ObjectNode document) {
    ObjectNode numbered = JsonMapper.shared().createObjectNode();
    document.remove("serialNumber");
    String serial = Serial.of(StrictJson.pretty(document));
    document
        .properties()
        .forEach(entry -> {
          numbered.set(entry.getKey(), entry.getValue());
          if (entry.getKey().equals("specVersion")) {
            numbered.put("serialNumber", serial);
          }
        });
    return numbered;
  }

  private ObjectNode document() {
    try {
      String text = new BomJsonGenerator(bom(), Version.VERSION_16).toJsonString();
      ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(text);
      mend(document);
      return numbered(document);
    } catch (GeneratorException bug) {
      throw new IllegalStateException("a bill of materials could not be written", bug);
    }
  }

  /**
   * Mends two slips of the library: it writes null for the contact that an owner of data does not
   * have, and one word with an underscore that the schema has with a hyphen.
   */
  private static void mend(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(entry -> entry.getValue().isNull());
      if (object.path("type").asString("").equals(MODEL_CARD.getTypeName())) {
        object.put("type", "model-card");
      }
    }
    node.forEach(CycloneDxWriter::mend);
  }

  private Bom bom() {
    Components components = new Components();
    Bom bom = new Bom();
    bom.setVersion(1);
    bom.setMetadata(metadata());
    bom.setComponents(bill.parts().stream().map(components::component).toList());
    bom.setServices(bill.services().stream().map(Services::service).toList());
    bom.setDependencies(dependencies());
    return bom;
  }

  private Metadata metadata() {
    Metadata metadata = new Metadata();
    metadata.setTimestamp(Date.from(bill.made()));
    metadata.setToolChoice(tool());
    metadata.setLifecycles(lifecycle());
    metadata.setComponent(system());
    if (!bill.system().producer().isEmpty()) {
      metadata.setAuthors(bill.system().producer().stream().map(CycloneDxWriter::contact).toList());
    }
    return metadata;
  }

  private static OrganizationalContact contact(String who) {
    OrganizationalContact contact = new OrganizationalContact();
    contact.setName(SafeText.of(who));
    return contact;
  }

  private ToolInformation tool() {
    Component tool = new Component();
    tool.setType(Component.Type.APPLICATION);
    tool.setName(NAME);
    tool.setVersion(bill.tool());
    ToolInformation information = new ToolInformation();
    information.setComponents(List.of(tool));
    return information;
  }

  /** Files are looked at as they lie in the repository, before anything is built or deployed. */
  private static Lifecycles lifecycle() {
    LifecycleChoice choice = new LifecycleChoice();
    choice.setPhase(LifecycleChoice.Phase.PRE_BUILD);
    Lifecycles lifecycles = new Lifecycles();
    lifecycles.setLifecycleChoice(List.of(choice));
    return lifecycles;
  }

  private Component system() {
    Component system = new Component();
    system.setType(Component.Type.APPLICATION);
    system.setBomRef(bill.system().ref());
    system.setName(SafeText.of(bill.system().name()));
    bill.system().version().map(SafeText::of).ifPresent(system::setVersion);
    bill.system().purpose().map(SafeText::of).ifPresent(system::setDescription);
    if (!bill.system().producer().isEmpty()) {
      system.setAuthors(bill.system().producer().stream().map(CycloneDxWriter::contact).toList());
    }
    bill.system().securityPolicy().ifPresent(file -> system.addExternalReference(policy(file)));
    Properties properties = new Properties();
    bill.system().flows().forEach(flow -> properties.add("flow", flow));
    bill.system().controls().forEach(control -> properties.add("control", control));
    bill.notes().forEach(note -> properties.add("note", note));
    properties.addTo(system);
    return system;
  }

  private static ExternalReference policy(String file) {
    ExternalReference reference = new ExternalReference();
    reference.setType(ExternalReference.Type.SECURITY_CONTACT);
    reference.setUrl(Addresses.of(file));
    return reference;
  }

  private List<Dependency> dependencies() {
    List<Dependency> all = new ArrayList<>();
    bill.dependencies()
        .forEach((from, needs) -> {
          Dependency dependency = new Dependency(from);
          needs.forEach(to -> dependency.addDependency(new Dependency(to)));
          all.add(dependency);
        });
    return all;
  }

  /** Whether a kind is data and not software. */
  static boolean isData(PartKind kind) {
    return switch (kind) {
      case DATASET, CORPUS, MEMORY, PROMPT, AGENT_CONFIGURATION -> true;
      case MODEL, LIBRARY, FILE -> false;
    };
  }
}
