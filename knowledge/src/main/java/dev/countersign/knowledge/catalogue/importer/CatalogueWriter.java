package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what {@link dev.countersign.knowledge.catalogue.CatalogueReader} reads. */
final class CatalogueWriter {
  private static final int FORMAT = 1;

  private final JsonText json = new JsonText();

  private CatalogueWriter() {}

  /** A catalogue as text. */
  static String write(Catalogue catalogue) {
    CatalogueWriter writer = new CatalogueWriter();
    writer.json.open('{');
    writer.header(catalogue.header());
    writer.json.name("entries").open('[');
    for (CatalogueEntry entry : catalogue.entries()) {
      writer.json.item().open('{');
      writer.entry(entry);
      writer.json.close('}');
    }
    return writer.json.close(']').close('}').end();
  }

  /** The list of all catalogues as text. */
  static String writeIndex(List<CatalogueHeader> headers) {
    CatalogueWriter writer = new CatalogueWriter();
    writer.json.open('[');
    for (CatalogueHeader header : headers) {
      writer.json.item().open('{');
      writer.header(header);
      writer.json.close('}');
    }
    return writer.json.close(']').end();
  }

  private void header(CatalogueHeader header) {
    json.field("catalogue", FORMAT)
        .field("id", header.id())
        .field("title", header.title())
        .field("edition", header.edition())
        .field("publisher", header.publisher())
        .field("licence", header.licence())
        .field("source", header.source())
        .field("attribution", header.attribution())
        .field("imported", header.imported().toString())
        .field("change", header.change())
        .field("prefix", header.prefix());
    header.suffix().ifPresent(suffix -> json.field("suffix", suffix));
    json.name("files").open('[');
    header.files().forEach(file -> json.object(file(file)));
    json.close(']').name("counts").open('{');
    header.counts().forEach((kind, count) -> json.field(kind.word(), count));
    json.close('}');
  }

  private static Map<String, String> file(CatalogueHeader.SourceFile file) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", JsonText.quoted(file.name()));
    fields.put("sha256", JsonText.quoted(file.sha256()));
    return fields;
  }

  private void entry(CatalogueEntry entry) {
    json.field("id", entry.id()).field("kind", entry.kind().word()).field("title", entry.title());
    entry.url().ifPresent(url -> json.field("url", url));
    if (!entry.attributes().isEmpty()) {
      json.name("attributes").open('{');
      entry.attributes().forEach(json::list);
      json.close('}');
    }
    if (!entry.text().isEmpty()) {
      json.lines("text", entry.text());
    }
    if (!entry.links().isEmpty()) {
      json.name("links").open('[');
      entry.links().forEach(link -> json.object(link(link)));
      json.close(']');
    }
  }

  private static Map<String, String> link(CatalogueLink link) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", JsonText.quoted(link.kind().word()));
    fields.put("to", JsonText.quoted(link.to()));
    fields.put("authority", JsonText.quoted(link.authority()));
    fields.put("status", JsonText.quoted(link.status().word()));
    link.edition().ifPresent(edition -> fields.put("edition", JsonText.quoted(edition)));
    if (link.external()) {
      fields.put("external", "true");
    }
    link.note().ifPresent(note -> fields.put("note", JsonText.quoted(note)));
    return fields;
  }
}
