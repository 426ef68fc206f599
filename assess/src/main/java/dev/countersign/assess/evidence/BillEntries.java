package dev.countersign.assess.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a bill of materials lists, as far as evidence needs it: names, and names with a SHA-256.
 * Read are CycloneDX, SPDX 3 and SPDX 2 in JSON. What a component was made from is not what it is,
 * so pedigrees do not count.
 *
 * @param format for people, for example {@code CycloneDX 1.6}
 * @param entries every component, file, package or service
 */
record BillEntries(String format, List<Entry> entries) {
  /**
   * Something that is listed.
   *
   * @param ref by which the bill refers to it
   * @param name as the bill writes it
   * @param sha256 if it states one
   */
  record Entry(String ref, String name, Optional<String> sha256) {}

  /** Reads a document; empty where it is no bill that is read. */
  static Optional<BillEntries> of(JsonNode document) {
    if (text(document, "bomFormat").equals("CycloneDX")) {
      return Optional.of(cycloneDx(document));
    }
    if (document.path("@graph").isArray()) {
      return Optional.of(new BillEntries("SPDX 3", elements(document.path("@graph"))));
    }
    return text(document, "spdxVersion").startsWith("SPDX-2")
        ? Optional.of(new BillEntries(text(document, "spdxVersion"), listed(document)))
        : Optional.empty();
  }

  /** Whether the bytes with this digest are listed. */
  boolean has(String sha256) {
    return entries.stream().anyMatch(entry -> entry.sha256().equals(Optional.of(sha256)));
  }

  /** The digest that is listed for a file, by its path or the last part of it. */
  Optional<String> listedFor(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return entries.stream()
        .filter(entry -> entry.sha256().isPresent())
        .filter(entry -> isNamed(entry.name(), path) || entry.name().equals(file))
        .flatMap(entry -> entry.sha256().stream())
        .findFirst();
  }

  /** Whether something is listed by that name or reference. */
  boolean names(String id) {
    return entries.stream()
        .anyMatch(entry ->
            entry.name().equals(id)
                || entry.ref().equals(id)
                || entry.ref().endsWith("#" + id)
                || entry.ref().endsWith("/" + id));
  }

  /** The bill names files relative to its own folder, which may be below or above ours. */
  private static boolean isNamed(String name, String path) {
    return name.contains("/") && (path.equals(name) || path.endsWith("/" + name));
  }

  private static BillEntries cycloneDx(JsonNode document) {
    List<Entry> entries = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(document);
    open.add(document.path("metadata").path("component"));
    while (!open.isEmpty()) {
      JsonNode at = open.removeFirst();
      for (String list : List.of("components", "services")) {
        at.path(list).forEach(open::add);
      }
      if (at.has("name")) {
        entries.add(
            new Entry(
                text(at, "bom-ref"),
                text(at, "name"),
                sha256(at.path("hashes"), "alg", "content")));
      }
    }
    return new BillEntries("CycloneDX " + text(document, "specVersion"), entries);
  }

  private static List<Entry> elements(JsonNode graph) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode element : graph) {
      if (element.has("name")) {
        entries.add(
            new Entry(
                text(element, "spdxId"),
                text(element, "name"),
                sha256(element.path("verifiedUsing"), "algorithm", "hashValue")));
      }
    }
    return entries;
  }

  private static List<Entry> listed(JsonNode document) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode file : document.path("files")) {
      String name = text(file, "fileName");
      entries.add(
          new Entry(
              text(file, "SPDXID"),
              name.startsWith("./") ? name.substring(2) : name,
              sha256(file.path("checksums"), "algorithm", "checksumValue")));
    }
    for (JsonNode element : document.path("packages")) {
      entries.add(
          new Entry(
              text(element, "SPDXID"),
              text(element, "name"),
              sha256(element.path("checksums"), "algorithm", "checksumValue")));
    }
    return entries;
  }

  private static Optional<String> sha256(JsonNode hashes, String algorithm, String value) {
    return hashes
        .valueStream()
        .filter(hash -> text(hash, algorithm).replace("-", "").equalsIgnoreCase("sha256"))
        .map(hash -> text(hash, value).toLowerCase(Locale.ROOT))
        .filter(hex -> hex.matches("[0-9a-f]{64}"))
        .findFirst();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.path(field).stringValue() : "";
  }
}
