package dev.countersign.knowledge.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of a catalogue. Titles and texts are the publisher's: whoever shows them escapes them.
 *
 * @param id as rules cite it, for example {@code AML.T0020} or {@code LLM06:2026}
 * @param kind what it is
 * @param title its name there
 * @param url a page about it
 * @param text what the publisher says about it, a paragraph an item; empty where the licence does
 *     not allow to ship it
 * @param attributes further words of the publisher, such as {@code maturity} or {@code date}
 * @param links sorted by kind, then by target; those of a case study by step
 */
public record CatalogueEntry(
    String id,
    EntryKind kind,
    String title,
    Optional<String> url,
    List<String> text,
    SortedMap<String, List<String>> attributes,
    List<CatalogueLink> links) {
  public CatalogueEntry {
    text = List.copyOf(text);
    attributes = copy(attributes);
    links = List.copyOf(links);
  }

  /** The values of an attribute; empty where the publisher says nothing. */
  public List<String> attribute(String name) {
    return attributes.getOrDefault(name, List.of());
  }

  /** The links of a kind. */
  public List<CatalogueLink> links(LinkKind wanted) {
    return links.stream().filter(link -> link.kind() == wanted).toList();
  }

  /** The same with other links. */
  public CatalogueEntry withLinks(List<CatalogueLink> others) {
    return new CatalogueEntry(id, kind, title, url, text, attributes, others);
  }

  private static SortedMap<String, List<String>> copy(Map<String, List<String>> attributes) {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableSortedMap(copy);
  }
}
