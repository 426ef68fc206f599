package dev.countersign.cli.explain;

import dev.countersign.cli.list.CatalogueName;
import dev.countersign.knowledge.catalogue.Citation;
import java.util.List;
import java.util.Optional;

/** A list of ids in public catalogues, with what they are called there. */
final class References {
  private final Sources sources;

  References(Sources sources) {
    this.sources = sources;
  }

  void write(Sheet sheet, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    sheet.heading("In public catalogues");
    ids.forEach(id -> sheet.item(id, named(id)));
  }

  private String named(String id) {
    Optional<Citation> citation = sources.catalogues().find(id);
    return citation
        .map(it -> it.entry().title() + ", " + CatalogueName.of(it.catalogue()))
        .orElse("");
  }
}
