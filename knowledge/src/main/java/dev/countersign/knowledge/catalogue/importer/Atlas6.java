package dev.countersign.knowledge.catalogue.importer;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * MITRE ATLAS from format 6 on: the files {@code dist/v6/ATLAS-YEAR.MONTH.yaml}.
 *
 * <p>Tactics, techniques, mitigations and case studies are maps keyed by id; what belongs together
 * stands apart under {@code relationships}, grouped by the entry that a relationship starts from
 * and by its type. Written from descriptions of the format and tested on a small file made by hand:
 * no full file was at hand. The first real import deserves a close look at the counts.
 */
final class Atlas6 implements SourceFormat {
  private static final String FORMAT = "6.";
  private static final Map<String, LinkKind> TYPES =
      Map.of(
          "achieves", LinkKind.ACHIEVES,
          "specializes", LinkKind.SPECIALIZES,
          "mitigates", LinkKind.MITIGATES,
          "employs", LinkKind.EMPLOYS);

  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    Map<String, EntryDraft> drafts = new TreeMap<>();
    for (String file : source.inputs()) {
      upstream.yaml(file).ifPresent(tree -> read(tree, source, upstream.problems(), drafts));
    }
    return drafts.values().stream().map(EntryDraft::entry).toList();
  }

  private static void read(
      YamlNode tree, Source source, Problems problems, Map<String, EntryDraft> drafts) {
    Fields atlas = Fields.of(tree, "ATLAS", problems);
    if (!atlas.need("format-version").startsWith(FORMAT)) {
      atlas.wrong("format-version", "format 6", "Use the format 'atlas-5' for older files.");
    }
    AtlasWords.checkEdition(atlas.map("collection"), "version", source);
    section(atlas, "tactics", EntryKind.TACTIC, drafts);
    section(atlas, "techniques", EntryKind.TECHNIQUE, drafts);
    section(atlas, "mitigations", EntryKind.MITIGATION, drafts);
    section(atlas, "case-studies", EntryKind.CASE_STUDY, drafts);
    Fields groups = atlas.map("relationships");
    for (String group : groups.keys()) {
      relationships(groups.map(group), drafts);
    }
  }

  private static void section(
      Fields atlas, String key, EntryKind kind, Map<String, EntryDraft> drafts) {
    Fields section = atlas.map(key);
    for (String id : section.keys()) {
      drafts.put(id, draft(section.map(id), id, kind));
    }
  }

  private static EntryDraft draft(Fields fields, String id, EntryKind kind) {
    EntryDraft draft =
        new EntryDraft(id, kind, fields.need("name"))
            .url(AtlasWords.url(kind, id))
            .text(Prose.paragraphs(fields.text("description")))
            .attribute("maturity", fields.text("maturity").toLowerCase(Locale.ROOT))
            .attribute("platforms", fields.texts("platforms"));
    if (kind != EntryKind.CASE_STUDY) {
      return draft;
    }
    return draft
        .attribute("type", AtlasWords.type(fields, "type"))
        .attribute("target", Prose.line(fields.text("target")))
        .attribute("actor", Prose.line(fields.text("actor")))
        .attribute("date", AtlasWords.day(fields.text("date"), fields.text("date-granularity")));
  }

  private static void relationships(Fields group, Map<String, EntryDraft> drafts) {
    for (String type : group.keys()) {
      // The order of the steps is told by other relationships, which say nothing of techniques.
      if (TYPES.containsKey(type)) {
        List<Fields> relationships = new ArrayList<>(group.items(type, "a relationship"));
        relationships.sort(Comparator.comparing(relationship -> relationship.text("step-id")));
        relationships.forEach(item -> link(item, TYPES.get(type), drafts));
      }
    }
  }

  private static void link(Fields relationship, LinkKind kind, Map<String, EntryDraft> drafts) {
    Optional<EntryDraft> from = Optional.ofNullable(drafts.get(relationship.need("source")));
    if (from.isEmpty()) {
      relationship.wrong("source", "an id of this file", "Check that the file is whole.");
    }
    from.ifPresent(draft ->
        draft.link(
            AtlasWords.link(kind, relationship.need("target"))
                .saying(Prose.line(relationship.text("description")))));
  }
}
