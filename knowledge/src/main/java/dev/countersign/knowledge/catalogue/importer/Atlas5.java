package dev.countersign.knowledge.catalogue.importer;

import static dev.countersign.knowledge.catalogue.LinkStatus.FINAL;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/** MITRE ATLAS up to format 5: the file {@code dist/ATLAS.yaml}. */
final class Atlas5 implements SourceFormat {
  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (String file : source.inputs()) {
      upstream.yaml(file).ifPresent(tree -> read(tree, source, upstream.problems(), entries));
    }
    return entries;
  }

  private static void read(
      YamlNode tree, Source source, Problems problems, List<CatalogueEntry> entries) {
    Fields atlas = Fields.of(tree, "ATLAS", problems);
    AtlasWords.checkEdition(atlas, "version", source);
    for (Fields matrix : atlas.some("matrices", "a matrix")) {
      matrix.some("tactics", "a tactic").forEach(tactic -> entries.add(tactic(tactic)));
      matrix.some("techniques", "a technique").forEach(item -> entries.add(technique(item)));
      matrix
          .some("mitigations", "a mitigation")
          .forEach(item -> entries.add(mitigation(item, problems)));
    }
    atlas.some("case-studies", "a case study").forEach(study -> entries.add(caseStudy(study)));
  }

  private static CatalogueEntry tactic(Fields tactic) {
    return draft(tactic, EntryKind.TACTIC, "description").entry();
  }

  private static CatalogueEntry technique(Fields technique) {
    EntryDraft draft =
        draft(technique, EntryKind.TECHNIQUE, "description")
            .attribute("maturity", technique.text("maturity"));
    for (String tactic : technique.texts("tactics")) {
      draft.link(AtlasWords.link(LinkKind.ACHIEVES, tactic));
    }
    for (String parent : technique.texts("subtechnique-of")) {
      draft.link(AtlasWords.link(LinkKind.SPECIALIZES, parent));
    }
    return draft.entry();
  }

  private static CatalogueEntry mitigation(Fields mitigation, Problems problems) {
    EntryDraft draft =
        draft(mitigation, EntryKind.MITIGATION, "description")
            .attribute("category", mitigation.texts("category"));
    for (YamlNode technique : mitigation.nodes("techniques")) {
      draft.link(mitigates(technique, problems));
    }
    List<String> phases = new ArrayList<>();
    for (YamlNode phase : mitigation.nodes("ml-lifecycle")) {
      // In 5.6.0 two mitigations carry one of their techniques in here, by a slip of indentation.
      if (phase instanceof Mapping) {
        draft.link(mitigates(phase, problems));
      } else if (phase instanceof Scalar word) {
        phases.add(word.text());
      }
    }
    return draft.attribute("lifecycle", phases).entry();
  }

  private static CatalogueLink mitigates(YamlNode technique, Problems problems) {
    Fields fields = Fields.of(technique, "a technique", problems);
    return AtlasWords.link(LinkKind.MITIGATES, fields.need("id"))
        .saying(Prose.line(fields.text("use")));
  }

  private static CatalogueEntry caseStudy(Fields study) {
    EntryDraft draft =
        draft(study, EntryKind.CASE_STUDY, "summary")
            .attribute("type", AtlasWords.type(study, "case-study-type"))
            .attribute("target", Prose.line(study.text("target")))
            .attribute("actor", Prose.line(study.text("actor")))
            .attribute(
                "date",
                AtlasWords.day(
                    study.text("incident-date"), study.text("incident-date-granularity")));
    for (Fields step : study.some("procedure", "a step")) {
      draft.link(
          AtlasWords.link(LinkKind.EMPLOYS, step.need("technique"))
              .saying(Prose.line(step.text("description"))));
    }
    return draft.entry();
  }

  private static EntryDraft draft(Fields fields, EntryKind kind, String text) {
    String id = fields.need("id");
    EntryDraft draft =
        new EntryDraft(id, kind, fields.need("name"))
            .url(AtlasWords.url(kind, id))
            .text(Prose.paragraphs(fields.text(text)));
    String attack = fields.map("ATT&CK-reference").text("id");
    if (!attack.isEmpty()) {
      draft.link(
          CatalogueLink.of(LinkKind.MAPS_TO, "ATT&CK:" + attack, AtlasWords.AUTHORITY, FINAL));
    }
    return draft;
  }
}
