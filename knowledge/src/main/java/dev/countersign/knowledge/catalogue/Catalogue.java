package dev.countersign.knowledge.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One edition of a public catalogue with all its entries, sorted by id. */
public final class Catalogue {
  private final CatalogueHeader header;
  private final List<CatalogueEntry> entries;
  private final Map<String, CatalogueEntry> byId;

  /**
   * Puts a catalogue together.
   *
   * @throws IllegalArgumentException if an id occurs twice
   */
  public Catalogue(CatalogueHeader header, List<CatalogueEntry> entries) {
    this.header = header;
    this.byId =
        entries.stream()
            .collect(
                Collectors.toMap(
                    CatalogueEntry::id, Function.identity(), Catalogue::twice, TreeMap::new));
    this.entries = List.copyOf(byId.values());
  }

  /** What it is. */
  public CatalogueHeader header() {
    return header;
  }

  /** Its entries, sorted by id. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** Its entries of a kind, sorted by id. */
  public List<CatalogueEntry> entries(EntryKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** The entry of that id. */
  public Optional<CatalogueEntry> entry(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static CatalogueEntry twice(CatalogueEntry one, CatalogueEntry other) {
    throw new IllegalArgumentException("two entries with the id " + other.id());
  }
}
