package dev.countersign.bom.spdx;

import dev.countersign.model.SafeText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The elements of a document by identifier, each once, in the order in which they came. */
final class Graph {
  /** The blank node of what is said about the making of all elements. */
  static final String CREATION = "_:countersign";

  private final String base;
  private final Map<String, ObjectNode> elements = new LinkedHashMap<>();

  /**
   * An empty graph.
   *
   * @param base what identifiers begin with
   */
  Graph(String base) {
    this.base = base;
  }

  /** The identifier of what the bill calls so. */
  String id(String ref) {
    return base + URLEncoder.encode(ref, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Adds an element, or gives the one that is there. */
  ObjectNode element(String type, String ref) {
    return elements.computeIfAbsent(
        id(ref), id -> object().put("type", type).put("spdxId", id).put("creationInfo", CREATION));
  }

  /** Adds a named element. */
  ObjectNode element(String type, String ref, String name) {
    return element(type, ref).put("name", SafeText.of(name));
  }

  /** Says that one is related to others; nothing where there are none. */
  void relate(String from, String how, Collection<String> to) {
    if (to.isEmpty()) {
      return;
    }
    ObjectNode relationship = element("Relationship", how + ":" + from);
    relationship.put("from", id(from)).put("relationshipType", how);
    ArrayNode targets = relationship.putArray("to");
    to.stream().map(this::id).distinct().sorted().forEach(targets::add);
  }

  /** The identifiers of all elements. */
  List<String> ids() {
    return List.copyOf(elements.keySet());
  }

  /** All elements. */
  Collection<ObjectNode> all() {
    return elements.values();
  }

  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  /** Puts a text that is known. */
  static void put(ObjectNode element, String key, Optional<String> text) {
    text.map(SafeText::of).ifPresent(safe -> element.put(key, safe));
  }

  /** Puts a list that is not empty. */
  static void put(ObjectNode element, String key, Collection<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = element.putArray(key);
      texts.stream().map(SafeText::of).forEach(list::add);
    }
  }
}
