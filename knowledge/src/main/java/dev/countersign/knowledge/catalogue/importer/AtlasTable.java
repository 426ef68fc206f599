package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import dev.countersign.knowledge.catalogue.LinkStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A table of the techniques of MITRE ATLAS that somebody transcribed: {@code
 * id|name|tactics|subtechniques|platforms|maturity}. It tells which ids there are, not what they
 * mean; names of sub-techniques are not in it.
 */
final class AtlasTable implements SourceFormat {
  private static final int COLUMNS = 6;
  private static final Pattern ID = Pattern.compile("AML\\.T\\d{4}");
  private static final Map<Character, String> PLATFORMS =
      Map.of('P', "Predictive", 'G', "Generative", 'A', "Agentic", 'E', "Enterprise");

  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    List<CatalogueEntry> entries = new ArrayList<>();
    String suffix = source.header().suffix().orElse("");
    for (String file : source.inputs()) {
      int line = 0;
      for (String row : upstream.lines(file)) {
        line++;
        String[] columns = row.split("\\|", -1);
        if (row.startsWith("#") || row.isBlank()) {
          continue;
        }
        if (columns.length != COLUMNS || !ID.matcher(columns[0]).matches()) {
          upstream.wrong(file, line, "not a row of the table", COLUMNS + " columns, an id first");
          return entries;
        }
        addRow(columns, suffix, entries);
      }
    }
    return entries;
  }

  private static void addRow(String[] columns, String suffix, List<CatalogueEntry> entries) {
    entries.add(draft(columns[0], columns[1], columns, suffix).entry());
    for (String part : split(columns[3])) {
      String title = columns[1] + ", sub-technique " + part;
      entries.add(
          draft(columns[0] + "." + part, title, columns, suffix)
              .link(link(LinkKind.SPECIALIZES, columns[0], suffix))
              .entry());
    }
  }

  private static EntryDraft draft(String id, String title, String[] columns, String suffix) {
    EntryDraft draft =
        new EntryDraft(id + suffix, EntryKind.TECHNIQUE, title)
            .url(AtlasWords.url(EntryKind.TECHNIQUE, id));
    boolean parent = title.equals(columns[1]);
    if (parent) {
      // The table gives these for the technique itself, not for its sub-techniques.
      draft
          .attribute("platforms", platforms(columns[4]))
          .attribute("maturity", columns[5].toLowerCase(Locale.ROOT));
      split(columns[2])
          .forEach(tactic -> draft.link(link(LinkKind.ACHIEVES, "AML." + tactic, suffix)));
    }
    return draft;
  }

  private static CatalogueLink link(LinkKind kind, String to, String suffix) {
    return CatalogueLink.of(kind, to + suffix, AtlasWords.AUTHORITY, LinkStatus.UNREVIEWED);
  }

  private static List<String> platforms(String letters) {
    return letters.chars().mapToObj(c -> PLATFORMS.getOrDefault((char) c, "Other")).toList();
  }

  private static List<String> split(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
  }
}
