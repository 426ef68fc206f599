package dev.countersign.report.full;

import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.Catalogues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks ids up in the bundled catalogues, each once. */
final class References {
  private final Catalogues catalogues = Catalogues.bundled();
  private final Map<String, Reference> known = new HashMap<>();

  Reference of(String id) {
    return known.computeIfAbsent(id, it -> Reference.of(it, catalogues.find(it)));
  }

  List<Reference> of(List<String> ids) {
    return ids.stream().map(this::of).toList();
  }

  /** The catalogues of the references that were looked up so far, by id. */
  List<CatalogueHeader> cited() {
    return catalogues.headers().stream()
        .filter(header ->
            known.values().stream().anyMatch(it -> it.isTitled() && header.claims(it.id())))
        .toList();
  }

  Catalogues catalogues() {
    return catalogues;
  }
}
