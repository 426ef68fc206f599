package dev.countersign.cli.explain;

import dev.countersign.cli.list.CatalogueName;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.Citation;
import java.util.List;

/** An entry of a public catalogue, in the publisher's words. */
record CitationTopic(Citation citation, Sources sources) implements Topic {
  private static final int LINKS = 30;

  @Override
  public void write(Sheet sheet) {
    CatalogueEntry entry = citation.entry();
    CatalogueHeader header = citation.catalogue();
    sheet.title(
        entry.id(),
        entry.kind().word().replace('-', ' ') + " in " + CatalogueName.of(header),
        entry.title());
    entry.text().forEach(sheet::text);
    attributes(sheet, entry);
    families(sheet, entry.id());
    links(sheet, entry);
    sheet.heading("Source").item("publisher", header.publisher()).item("licence", header.licence());
    entry.url().ifPresent(url -> sheet.item("page", url));
  }

  private static void attributes(Sheet sheet, CatalogueEntry entry) {
    if (!entry.attributes().isEmpty()) {
      sheet.heading("In short");
      entry.attributes().forEach((name, values) -> sheet.item(name, String.join(", ", values)));
    }
  }

  private void families(Sheet sheet, String id) {
    List<Family> citing =
        sources.knowledge().families().stream()
            .filter(family -> family.techniques().contains(id) || family.references().contains(id))
            .toList();
    if (!citing.isEmpty()) {
      sheet.heading("Families that cite it");
      citing.forEach(family -> sheet.item(family.id(), family.title()));
    }
  }

  private void links(Sheet sheet, CatalogueEntry entry) {
    if (entry.links().isEmpty()) {
      return;
    }
    sheet.heading("Linked to");
    entry.links().stream().limit(LINKS).forEach(link -> sheet.item(link.to(), says(link)));
    if (entry.links().size() > LINKS) {
      sheet.below("and " + (entry.links().size() - LINKS) + " more");
    }
  }

  private String says(CatalogueLink link) {
    String title =
        sources.catalogues().find(link.to()).map(it -> it.entry().title() + ", ").orElse("");
    return title
        + link.kind().word().replace('-', ' ')
        + " ("
        + link.authority()
        + ", "
        + link.status().word()
        + ")";
  }
}
