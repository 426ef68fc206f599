package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks the links that lead out of the bundled catalogues. */
final class Externals {
  private final Set<String> known = new HashSet<>();

  Externals(Collection<Catalogue> catalogues) {
    for (Catalogue catalogue : catalogues) {
      catalogue.entries().forEach(entry -> known.add(entry.id()));
    }
  }

  Catalogue mark(Catalogue catalogue) {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      entries.add(entry.withLinks(entry.links().stream().map(this::mark).toList()));
    }
    return new Catalogue(catalogue.header(), entries);
  }

  private CatalogueLink mark(CatalogueLink link) {
    return link.external(!known.contains(link.to()));
  }
}
