package dev.countersign.bom.merge;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.merge.Sbom.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads packages and files of SPDX 3.0 in JSON-LD with the names of its own context. */
final class Spdx3Reader {
  private final ObjectNode document;
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Map<String, String> licences = new HashMap<>();
  private final SortedMap<String, List<String>> dependencies = new TreeMap<>();

  Spdx3Reader(ObjectNode document) {
    this.document = document;
  }

  Sbom read() throws MalformedSbom {
    JsonNode graph = document.path("@graph");
    if (graph.size() > Sbom.MOST_ITEMS) {
      throw new MalformedSbom("it has more than " + Sbom.MOST_ITEMS + " elements");
    }
    graph.forEach(element -> id(element).ifPresent(id -> byId.put(id, element)));
    graph.forEach(this::relate);
    List<Item> items = new ArrayList<>();
    for (JsonNode element : graph) {
      Optional<PartKind> kind = kind(Fields.text(element, "type").orElse(""));
      if (kind.isPresent() && element instanceof ObjectNode node && id(node).isPresent()) {
        items.add(new Item(part(node, kind.get()), node));
      }
    }
    return new Sbom("SPDX 3", document, items, dependencies);
  }

  private static Optional<String> id(JsonNode element) {
    return Fields.text(element, "spdxId").or(() -> Fields.text(element, "@id"));
  }

  private static Optional<PartKind> kind(String type) {
    return switch (type) {
      case "software_Package" -> Optional.of(PartKind.LIBRARY);
      case "software_File" -> Optional.of(PartKind.FILE);
      case "ai_AIPackage" -> Optional.of(PartKind.MODEL);
      case "dataset_DatasetPackage" -> Optional.of(PartKind.DATASET);
      default -> Optional.empty();
    };
  }

  private void relate(JsonNode element) {
    String how = Fields.text(element, "relationshipType").orElse("");
    Optional<String> from = Fields.text(element, "from");
    if (from.isEmpty()) {
      return;
    }
    List<String> to = element.path("to").valueStream().map(it -> it.asString("")).toList();
    if (how.equals("dependsOn")) {
      dependencies.merge(
          from.get(),
          to,
          (one, other) -> Stream.concat(one.stream(), other.stream()).distinct().toList());
    }
    if (how.equals("hasDeclaredLicense") || how.equals("hasConcludedLicense")) {
      to.stream()
          .filter(byId::containsKey)
          .map(byId::get)
          .flatMap(it -> Fields.text(it, "simplelicensing_licenseExpression").stream())
          .findFirst()
          .ifPresent(licence -> licences.putIfAbsent(from.get(), licence));
    }
  }

  private Part part(ObjectNode node, PartKind kind) {
    String id = id(node).orElseThrow();
    return Part.of(kind, id, Fields.text(node, "name").orElse(id))
        .version(Fields.text(node, "software_packageVersion"))
        .description(Fields.text(node, "description"))
        .supplier(
            Fields.text(node, "suppliedBy")
                .map(byId::get)
                .flatMap(agent -> Fields.text(agent, "name")))
        .purl(purl(node))
        .licence(Optional.ofNullable(licences.get(id)))
        .digest(Fields.digest(node.path("verifiedUsing"), "algorithm", "hashValue"))
        .build();
  }

  private static Optional<String> purl(ObjectNode node) {
    return Fields.text(node, "software_packageUrl")
        .or(() ->
            node.path("externalIdentifier")
                .valueStream()
                .filter(it ->
                    Fields.text(it, "externalIdentifierType").equals(Optional.of("packageUrl")))
                .flatMap(it -> Fields.text(it, "identifier").stream())
                .findFirst());
  }
}
