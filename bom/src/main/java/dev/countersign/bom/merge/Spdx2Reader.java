package dev.countersign.bom.merge;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.merge.Sbom.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the packages of SPDX 2 (spdx.github.io/spdx-spec/v2.3); its files are passed over. */
final class Spdx2Reader {
  private final ObjectNode document;

  Spdx2Reader(ObjectNode document) {
    this.document = document;
  }

  Sbom read() throws MalformedSbom {
    List<Item> items = new ArrayList<>();
    for (JsonNode element : document.path("packages")) {
      if (items.size() > Sbom.MOST_ITEMS) {
        throw new MalformedSbom("it has more than " + Sbom.MOST_ITEMS + " packages");
      }
      if (element instanceof ObjectNode node && Fields.text(node, "SPDXID").isPresent()) {
        items.add(new Item(part(node), node));
      }
    }
    return new Sbom(
        Fields.text(document, "spdxVersion").orElse("SPDX 2"), document, items, dependencies());
  }

  private static Part part(ObjectNode node) {
    String id = Fields.text(node, "SPDXID").orElseThrow();
    return Part.of(PartKind.LIBRARY, id, Fields.text(node, "name").orElse(id))
        .version(Fields.text(node, "versionInfo"))
        .description(Fields.text(node, "description"))
        .supplier(supplier(node))
        .purl(purl(node))
        .licence(Fields.text(node, "licenseConcluded"))
        .licence(Fields.text(node, "licenseDeclared"))
        .digest(Fields.digest(node.path("checksums"), "algorithm", "checksumValue"))
        .build();
  }

  /** {@code Organization: Name (address)}. */
  private static Optional<String> supplier(ObjectNode node) {
    return Fields.text(node, "supplier")
        .map(it -> it.replaceFirst("^(Organization|Person): ", "").replaceFirst(" \\(.*\\)$", ""));
  }

  private static Optional<String> purl(ObjectNode node) {
    return node.path("externalRefs")
        .valueStream()
        .filter(it -> Fields.text(it, "referenceType").equals(Optional.of("purl")))
        .flatMap(it -> Fields.text(it, "referenceLocator").stream())
        .findFirst();
  }

  private SortedMap<String, List<String>> dependencies() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (JsonNode relationship : document.path("relationships")) {
      String how = Fields.text(relationship, "relationshipType").orElse("");
      String one = Fields.text(relationship, "spdxElementId").orElse("");
      String other = Fields.text(relationship, "relatedSpdxElement").orElse("");
      if (how.equals("DEPENDS_ON")) {
        all.computeIfAbsent(one, _ -> new ArrayList<>()).add(other);
      } else if (how.equals("DEPENDENCY_OF")) {
        all.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
      }
    }
    return all;
  }
}
