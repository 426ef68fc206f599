package dev.countersign.provenance.croissant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the names in a JSON-LD document mean, as far as Croissant needs it: prefixes and terms of
 * its inline context. Contexts that are given by address are never fetched; in their place stand
 * the prefixes that every Croissant file uses.
 */
final class Terms {
  private static final int MOST_TERMS = 10_000;
  private static final Map<String, String> SPACES =
      Map.of(
          "schema.org/", "sc:",
          "mlcommons.org/croissant/RAI/", "rai:",
          "mlcommons.org/croissant/", "cr:",
          "purl.org/dc/terms/", "dct:",
          "www.w3.org/ns/prov#", "prov:");
  private static final Map<String, String> USUAL =
      Map.of(
          "sc", "https://schema.org/",
          "cr", "http://mlcommons.org/croissant/",
          "rai", "http://mlcommons.org/croissant/RAI/",
          "dct", "http://purl.org/dc/terms/",
          "prov", "http://www.w3.org/ns/prov#");

  private final Map<String, String> terms = new HashMap<>(USUAL);
  private final Map<String, String> known = new HashMap<>();
  private String vocabulary = "https://schema.org/";

  /** The terms of a document with this {@code @context}. */
  static Terms of(JsonNode context) {
    Terms terms = new Terms();
    terms.add(context);
    return terms;
  }

  /** A name with the usual prefix of its vocabulary: {@code sc:name}, {@code cr:md5}. */
  String of(String name) {
    return known.computeIfAbsent(name, this::expanded);
  }

  private void add(JsonNode context) {
    if (context.isArray()) {
      context.forEach(this::addTerms);
    } else {
      addTerms(context);
    }
  }

  private void addTerms(JsonNode context) {
    if (!context.isObject()) {
      return;
    }
    context.properties().stream().limit(MOST_TERMS).forEach(this::addTerm);
  }

  private void addTerm(Map.Entry<String, JsonNode> term) {
    Optional<String> meaning = meaning(term.getValue());
    if (term.getKey().equals("@vocab")) {
      meaning.ifPresent(address -> vocabulary = address);
    } else {
      meaning.ifPresent(address -> terms.put(term.getKey(), address));
    }
  }

  private static Optional<String> meaning(JsonNode value) {
    JsonNode address = value.isObject() ? value.path("@id") : value;
    return address.isString() ? Optional.of(address.asString()) : Optional.empty();
  }

  private String expanded(String name) {
    return name.startsWith("@") ? name : prefixed(full(name, 4));
  }

  /** A term may stand for a name with a prefix that is a term again; never for ever. */
  private String full(String name, int steps) {
    String meant = terms.get(name);
    if (meant != null && steps > 0 && !meant.equals(name)) {
      return full(meant, steps - 1);
    }
    int colon = name.indexOf(':');
    if (colon < 0) {
      return vocabulary + name;
    }
    String space = terms.get(name.substring(0, colon));
    return space == null || name.startsWith("//", colon + 1)
        ? name
        : space + name.substring(colon + 1);
  }

  private static String prefixed(String address) {
    String bare = address.replaceFirst("^https?://", "");
    return SPACES.entrySet().stream()
        .filter(space -> bare.startsWith(space.getKey()))
        .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
        .map(space -> space.getValue() + bare.substring(space.getKey().length()))
        .orElse(address);
  }
}
