package dev.countersign.bom.cyclonedx;

import dev.countersign.bom.merge.Merging;
import dev.countersign.bom.merge.Sbom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Keeps what a CycloneDX document that was merged says beyond what we understand: every field of
 * its components, and its vulnerabilities, compositions and annotations, with references as they
 * are in the result.
 */
final class Overlay {
  private static final List<String> LISTS =
      List.of("vulnerabilities", "compositions", "annotations");

  private final Merging merging;
  private final Map<String, ObjectNode> theirs = new HashMap<>();

  private Overlay(Sbom sbom, Merging merging) {
    this.merging = merging;
    for (Sbom.Item item : sbom.items()) {
      String ref = merging.refs().getOrDefault(item.part().ref(), item.part().ref());
      theirs.putIfAbsent(ref, item.node());
    }
  }

  /** Adds it to our document; nothing where the other bill is of another format. */
  static ObjectNode onto(ObjectNode document, Sbom sbom, Merging merging) {
    if (sbom.document().has("bomFormat")) {
      Overlay overlay = new Overlay(sbom, merging);
      document.path("components").forEach(overlay::fill);
      LISTS.forEach(list -> overlay.copy(list, sbom.document(), document));
    }
    return CycloneDxWriter.numbered(document);
  }

  private void fill(JsonNode ours) {
    ObjectNode known = theirs.get(ours.path("bom-ref").asString(""));
    if (known == null || !(ours instanceof ObjectNode component)) {
      return;
    }
    for (Map.Entry<String, JsonNode> entry : known.properties()) {
      String key = entry.getKey();
      boolean isOnlyTheirs =
          component.path("purl").asString("").equals(known.path("purl").asString(""));
      if (key.equals("type") && isOnlyTheirs || !component.has(key)) {
        component.set(key, entry.getValue().deepCopy());
      } else if (key.equals("properties") && entry.getValue() instanceof ArrayNode more) {
        component.withArray(key).addAll(more.deepCopy());
      }
    }
  }

  private void copy(String list, ObjectNode from, ObjectNode to) {
    if (from.path(list) instanceof ArrayNode items && !items.isEmpty()) {
      ArrayNode copy = items.deepCopy();
      copy.forEach(this::rename);
      to.withArray(list).addAll(copy);
    }
  }

  /** Depth is bounded by the reader of the document. */
  private void rename(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(renamed(entry.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, renamed(array.get(i)));
      }
    }
    node.forEach(this::rename);
  }

  private JsonNode renamed(JsonNode value) {
    String ref = value.isString() ? merging.refs().get(value.stringValue()) : null;
    return ref == null ? value : StringNode.valueOf(ref);
  }
}
