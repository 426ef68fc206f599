package dev.countersign.cli.list;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.knowledge.catalogue.Catalogue;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.knowledge.catalogue.EntryKind;
import java.util.List;
import java.util.Locale;

/** Public catalogues and their entries. */
public final class CatalogueList {
  private static final int INDENT = 2;
  private static final int ENTRY = 22;

  private CatalogueList() {}

  /** Which catalogues there are, of which edition, under which licence. */
  public static String all(Catalogues catalogues, Terminal terminal) {
    Page page = new Page(terminal);
    page.line(catalogues.headers().size() + " public catalogues");
    catalogues.headers().forEach(header -> header(page, header));
    page.blank()
        .line(Line.of(Style.FAINT, "Entries: ").whole(Style.NAME, "countersign catalogue ID"));
    return page.toString();
  }

  /** The entries of one, by kind. */
  public static String entries(Catalogue catalogue, Terminal terminal) {
    Page page = new Page(terminal);
    header(page, catalogue.header());
    for (EntryKind kind : EntryKind.values()) {
      List<CatalogueEntry> entries = catalogue.entries(kind);
      if (!entries.isEmpty()) {
        page.blank()
            .line(
                Line.of(Style.STRONG, kind.word().replace('-', ' ').toUpperCase(Locale.ROOT))
                    .gap()
                    .add(Style.FAINT, Integer.toString(entries.size())));
        entries.forEach(entry ->
            page.labelled(INDENT, Line.of(Style.NAME, entry.id()), ENTRY, Line.of(entry.title())));
      }
    }
    return page.toString();
  }

  private static void header(Page page, CatalogueHeader header) {
    page.blank()
        .line(Line.of(Style.NAME, header.id()).gap().add(Style.STRONG, CatalogueName.of(header)));
    page.line(INDENT, Line.of(counts(header)));
    page.line(INDENT, Line.of(header.publisher() + ", licence " + header.licence()));
    page.line(INDENT, Line.of(Style.FAINT, header.source()));
  }

  private static String counts(CatalogueHeader header) {
    return String.join(
        ", ",
        header.counts().entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().word().replace('-', ' '))
            .toList());
  }
}
