package dev.countersign.bom.merge;

import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.merge.Sbom.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads CycloneDX of any version; components within components are taken out of them. */
final class CycloneDxReader {
  private final ObjectNode document;
  private final List<Item> items = new ArrayList<>();

  CycloneDxReader(ObjectNode document) {
    this.document = document;
  }

  Sbom read() throws MalformedSbom {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(document.path("metadata").path("component"));
    document.path("components").forEach(open::add);
    while (!open.isEmpty()) {
      if (open.removeFirst() instanceof ObjectNode node) {
        add(node);
        node.path("components").forEach(open::add);
        node.remove("components");
      }
      if (items.size() > Sbom.MOST_ITEMS) {
        throw new MalformedSbom("it has more than " + Sbom.MOST_ITEMS + " components");
      }
    }
    String version = Fields.text(document, "specVersion").orElse("");
    return new Sbom("CycloneDX " + version, document, items, dependencies());
  }

  private void add(ObjectNode node) {
    String name = Fields.text(node, "name").orElse("");
    if (name.isEmpty()) {
      return;
    }
    String group = Fields.text(node, "group").map(it -> it + separator(node)).orElse("");
    Optional<String> purl = Fields.text(node, "purl");
    String ref =
        Fields.text(node, "bom-ref").or(() -> purl).orElseGet(() -> "merged:" + items.size());
    items.add(
        new Item(
            Part.of(kind(node), ref, group + name)
                .version(Fields.text(node, "version"))
                .description(Fields.text(node, "description"))
                .supplier(Fields.text(node.path("supplier"), "name"))
                .supplier(Fields.text(node, "publisher"))
                .purl(purl)
                .licence(licence(node))
                .digest(Fields.digest(node.path("hashes"), "alg", "content"))
                .build(),
            node));
  }

  private static String separator(ObjectNode node) {
    return Fields.text(node, "purl").orElse("").startsWith("pkg:maven/") ? ":" : "/";
  }

  private static PartKind kind(ObjectNode node) {
    return switch (Fields.text(node, "type").orElse("")) {
      case "machine-learning-model" -> PartKind.MODEL;
      case "data" -> PartKind.DATASET;
      case "file" -> PartKind.FILE;
      default -> PartKind.LIBRARY;
    };
  }

  private static Optional<String> licence(ObjectNode node) {
    List<String> licences =
        node.path("licenses")
            .valueStream()
            .flatMap(it ->
                Fields.text(it, "expression")
                    .or(() -> Fields.text(it.path("license"), "id"))
                    .or(() -> Fields.text(it.path("license"), "name"))
                    .stream())
            .toList();
    return licences.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", licences));
  }

  private SortedMap<String, List<String>> dependencies() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    for (JsonNode dependency : document.path("dependencies")) {
      List<String> needs =
          dependency.path("dependsOn").valueStream().map(it -> it.asString("")).toList();
      Fields.text(dependency, "ref").ifPresent(ref -> all.put(ref, needs));
    }
    return all;
  }
}
