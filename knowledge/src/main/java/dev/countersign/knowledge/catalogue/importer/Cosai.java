package dev.countersign.knowledge.catalogue.importer;

import static dev.countersign.knowledge.catalogue.LinkStatus.FINAL;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import java.util.ArrayList;
import java.util.List;

/**
 * CoSAI risk map: the YAML files of its folder {@code risk-map/yaml}, each with one of the lists
 * {@code risks}, {@code controls}, {@code components}, {@code personas}.
 *
 * <p>Risks name no components there; only controls do. The importer does not close the gap, since
 * that would be a claim of its own.
 */
final class Cosai implements SourceFormat {
  private static final String PREFIX = "COSAI:";
  private static final String AUTHORITY = "CoSAI";
  private static final List<String> SUMMARIES = List.of("all", "none");

  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (String file : source.inputs()) {
      int before = entries.size();
      upstream
          .yaml(file)
          .ifPresent(tree -> read(Fields.of(tree, "a file", upstream.problems()), entries));
      if (entries.size() == before) {
        upstream.wrong(file, 1, "nothing to import", "risks, controls, components or personas");
      }
    }
    return entries;
  }

  private static void read(Fields file, List<CatalogueEntry> entries) {
    file.items("risks", "a risk").forEach(risk -> entries.add(risk(risk)));
    file.items("controls", "a control").forEach(control -> entries.add(control(control)));
    file.items("components", "a component").forEach(item -> entries.add(component(item)));
    file.items("personas", "a persona")
        .forEach(persona -> entries.add(draft(persona, EntryKind.PERSONA, "description").entry()));
  }

  private static CatalogueEntry risk(Fields risk) {
    EntryDraft draft =
        draft(risk, EntryKind.RISK, "shortDescription", "longDescription")
            .attribute("lifecycle", risk.texts("lifecycleStage"))
            .attribute("impact", risk.texts("impactType"))
            .attribute("actor-access", risk.texts("actorAccess"));
    addLinks(risk, "controls", LinkKind.ANSWERED_BY, draft);
    CosaiMappings.add(risk.map("mappings"), AUTHORITY, draft);
    return draft.entry();
  }

  private static CatalogueEntry control(Fields control) {
    EntryDraft draft =
        draft(control, EntryKind.CONTROL, "description")
            .attribute("lifecycle", control.texts("lifecycleStage"));
    addLinks(control, "risks", LinkKind.MITIGATES, draft);
    addLinks(control, "components", LinkKind.PLACED_ON, draft);
    CosaiMappings.add(control.map("mappings"), AUTHORITY, draft);
    return draft.entry();
  }

  private static CatalogueEntry component(Fields component) {
    EntryDraft draft = draft(component, EntryKind.COMPONENT, "description");
    addLinks(component.map("edges"), "to", LinkKind.FLOWS_TO, draft);
    return draft.entry();
  }

  private static EntryDraft draft(Fields fields, EntryKind kind, String... texts) {
    List<String> paragraphs = new ArrayList<>();
    for (String key : texts) {
      fields.texts(key).forEach(text -> paragraphs.addAll(Prose.paragraphs(text)));
    }
    return new EntryDraft(PREFIX + fields.need("id"), kind, fields.need("title"))
        .text(paragraphs)
        .attribute("category", fields.text("category"))
        .attribute("personas", fields.texts("personas"));
  }

  private static void addLinks(Fields fields, String key, LinkKind kind, EntryDraft draft) {
    List<String> ids = fields.texts(key);
    if (ids.size() == 1 && SUMMARIES.contains(ids.getFirst())) {
      // "all" stays a word: one link for each would hide that it is meant for those to come too.
      draft.attribute(key, ids);
      return;
    }
    ids.forEach(id -> draft.link(CatalogueLink.of(kind, PREFIX + id, AUTHORITY, FINAL)));
  }
}
