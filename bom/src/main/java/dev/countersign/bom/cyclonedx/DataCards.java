package dev.countersign.bom.cyclonedx;

import dev.countersign.bom.DataCard;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.model.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cyclonedx.model.OrganizationalContact;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.ComponentData.ComponentDataType;
import org.cyclonedx.model.component.data.Governance;
import org.cyclonedx.model.component.data.Governance.DataGovernanceResponsibleParty;

/** What is known of data, with who governs it. */
final class DataCards {
  private static final Set<String> SENSITIVE =
      Set.of("personal", "special-category", "confidential", "secret");

  private DataCards() {}

  static ComponentData of(Part part) {
    ComponentData data = new ComponentData();
    data.setType(type(part.kind()));
    data.setName(SafeText.of(part.name()));
    part.data().ifPresent(card -> fill(card, data));
    return data;
  }

  /** What the schema has no key for. */
  static void properties(DataCard card, Properties properties) {
    card.sources().forEach(source -> properties.add("source", source));
    card.collection().ifPresent(how -> properties.add("collection", how));
    card.preparation().forEach(step -> properties.add("preparation", step));
    card.labels().ifPresent(how -> properties.add("labels", how));
    card.period().ifPresent(days -> properties.add("period", days));
    card.rows().ifPresent(rows -> properties.add("rows", Long.toString(rows)));
    card.treeDigest().ifPresent(digest -> properties.add("tree-digest", "sha256:" + digest));
  }

  private static ComponentDataType type(PartKind kind) {
    return switch (kind) {
      case DATASET, CORPUS -> ComponentDataType.DATASET;
      case PROMPT, AGENT_CONFIGURATION -> ComponentDataType.CONFIGURATION;
      case MEMORY, MODEL, LIBRARY, FILE -> ComponentDataType.OTHER;
    };
  }

  private static void fill(DataCard card, ComponentData data) {
    card.sensitivity().ifPresent(data::setClassification);
    card.sensitivity()
        .filter(SENSITIVE::contains)
        .ifPresent(word -> data.setSensitiveData(List.of(word)));
    governance(card).ifPresent(data::setGovernance);
  }

  private static Optional<Governance> governance(DataCard card) {
    Governance governance = new Governance();
    set(card.owners(), DataCards::organisation, governance::setOwners);
    set(card.custodians(), DataCards::contact, governance::setCustodians);
    set(card.stewards(), DataCards::contact, governance::setStewards);
    boolean known =
        !(card.owners().isEmpty() && card.custodians().isEmpty() && card.stewards().isEmpty());
    return known ? Optional.of(governance) : Optional.empty();
  }

  private static void set(
      List<String> names,
      Function<String, DataGovernanceResponsibleParty> party,
      Consumer<List<DataGovernanceResponsibleParty>> setter) {
    if (!names.isEmpty()) {
      setter.accept(names.stream().map(party).toList());
    }
  }

  private static DataGovernanceResponsibleParty organisation(String name) {
    DataGovernanceResponsibleParty party = new DataGovernanceResponsibleParty();
    party.setOrganization(Components.organisation(name));
    return party;
  }

  private static DataGovernanceResponsibleParty contact(String name) {
    OrganizationalContact contact = new OrganizationalContact();
    contact.setName(SafeText.of(name));
    DataGovernanceResponsibleParty party = new DataGovernanceResponsibleParty();
    party.setContact(contact);
    return party;
  }
}
