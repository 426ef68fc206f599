package dev.countersign.provenance.croissant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An object of JSON-LD whose properties are found by what they mean. */
record Node(JsonNode object, Terms terms) {
  /** Longer texts are cut: they are for people. */
  static final int LONGEST = 4000;

  private static final Set<String> PREFIXES = Set.of("sc:", "cr:", "dct:");

  /** Objects under a property of schema.org, Croissant or Dublin Core. */
  Stream<Node> nodes(String property) {
    return values(property).filter(JsonNode::isObject).map(value -> new Node(value, terms));
  }

  /** The first text under such a property. */
  Optional<String> text(String property) {
    return texts(property).findFirst();
  }

  /** The texts under such a property; of an object its value, its id or its name. */
  Stream<String> texts(String property) {
    return values(property).flatMap(this::textOf);
  }

  /** The texts under a property with exactly this prefix and name. */
  Stream<String> exactly(String property) {
    return object.properties().stream()
        .filter(one -> terms.of(one.getKey()).equals(property))
        .flatMap(one -> items(one.getValue()))
        .flatMap(this::textOf);
  }

  /** Names of properties with this prefix, as written after it. */
  List<String> names(String prefix) {
    return object.properties().stream()
        .map(one -> terms.of(one.getKey()))
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .distinct()
        .toList();
  }

  /** Whether {@code @type} names a class of schema.org or Croissant. */
  boolean is(String type) {
    return items(object.path("@type"))
        .filter(JsonNode::isString)
        .map(value -> terms.of(value.asString()))
        .anyMatch(name -> means(name, type));
  }

  /** Its id, or its name where it has none. */
  Optional<String> id() {
    JsonNode id = object.path("@id");
    return id.isString() ? Optional.of(id.asString()) : text("name");
  }

  private Stream<JsonNode> values(String property) {
    return object.properties().stream()
        .filter(one -> means(terms.of(one.getKey()), property))
        .flatMap(one -> items(one.getValue()));
  }

  private static boolean means(String name, String property) {
    return name.endsWith(property)
        && PREFIXES.contains(name.substring(0, name.length() - property.length()));
  }

  private static Stream<JsonNode> items(JsonNode value) {
    return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
  }

  private Stream<String> textOf(JsonNode value) {
    if (value.isObject()) {
      return Stream.of("@value", "name", "sc:name", "prov:label", "label", "@id", "url")
          .map(value::path)
          .filter(JsonNode::isString)
          .limit(1)
          .flatMap(this::textOf);
    }
    boolean plain = value.isString() || value.isNumber() || value.isBoolean();
    return plain
        ? Stream.of(cut(value.asString().strip())).filter(text -> !text.isEmpty())
        : Stream.empty();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
