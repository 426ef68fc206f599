package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry while it is put together. */
final class EntryDraft {
  private static final Comparator<CatalogueLink> ORDER =
      Comparator.comparing(CatalogueLink::kind)
          // The steps of a case study keep their order.
          .thenComparing(link -> link.kind() == LinkKind.EMPLOYS ? "" : link.to());

  private final String id;
  private final EntryKind kind;
  private final String title;
  private Optional<String> url = Optional.empty();
  private List<String> text = List.of();
  private final SortedMap<String, List<String>> attributes = new TreeMap<>();
  private final List<CatalogueLink> links = new ArrayList<>();

  EntryDraft(String id, EntryKind kind, String title) {
    this.id = id;
    this.kind = kind;
    this.title = Prose.line(title);
  }

  String id() {
    return id;
  }

  EntryKind kind() {
    return kind;
  }

  EntryDraft url(String address) {
    url = address.isBlank() ? Optional.empty() : Optional.of(address.strip());
    return this;
  }

  EntryDraft text(List<String> paragraphs) {
    text = paragraphs;
    return this;
  }

  /** Sets an attribute; nothing, where the publisher says nothing. */
  EntryDraft attribute(String name, List<String> values) {
    if (!values.isEmpty()) {
      attributes.put(name, values);
    }
    return this;
  }

  EntryDraft attribute(String name, String value) {
    return attribute(name, value.isBlank() ? List.of() : List.of(value.strip()));
  }

  EntryDraft link(CatalogueLink link) {
    links.add(link);
    return this;
  }

  CatalogueEntry entry() {
    return new CatalogueEntry(id, kind, title, url, text, attributes, ordered());
  }

  private List<CatalogueLink> ordered() {
    List<CatalogueLink> ordered = new ArrayList<>(links);
    ordered.sort(ORDER);
    // A publisher who says a thing twice in the same words says it once; a step may be repeated.
    Set<CatalogueLink> seen = new LinkedHashSet<>();
    ordered.removeIf(link -> link.kind() != LinkKind.EMPLOYS && !seen.add(link));
    return ordered;
  }
}
