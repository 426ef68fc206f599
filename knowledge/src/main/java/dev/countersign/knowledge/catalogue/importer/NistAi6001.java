package dev.countersign.knowledge.catalogue.importer;

import static dev.countersign.knowledge.catalogue.LinkStatus.FINAL;

import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.EntryKind;
import dev.countersign.knowledge.catalogue.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NIST AI 600-1, the generative AI profile: its risks ({@code entries}) and suggested actions
 * ({@code actions}), as the repository IBM/ai-atlas-nexus keeps them in YAML.
 */
final class NistAi6001 implements SourceFormat {
  private static final String PREFIX = "AI600-1:";
  private static final String RISK = "nist-";
  private static final String AUTHORITY = "NIST";
  private static final String URL = "https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.600-1.pdf";
  private static final Pattern ACTION = Pattern.compile("([A-Z]{2})-(\\d\\.\\d{1,2})-\\d{3}");
  private static final Map<String, String> FUNCTIONS =
      Map.of("GV", "GOVERN", "MP", "MAP", "MS", "MEASURE", "MG", "MANAGE");

  @Override
  public List<CatalogueEntry> read(Source source, Upstream upstream) {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (String file : source.inputs()) {
      int before = entries.size();
      upstream
          .yaml(file)
          .ifPresent(tree -> read(Fields.of(tree, "a file", upstream.problems()), entries));
      if (entries.size() == before) {
        upstream.wrong(file, 1, "nothing to import", "a list 'entries' or 'actions'");
      }
    }
    return entries;
  }

  private static void read(Fields file, List<CatalogueEntry> entries) {
    file.items("entries", "a risk").forEach(risk -> entries.add(risk(risk)));
    file.items("actions", "an action").forEach(action -> entries.add(action(action)));
  }

  private static CatalogueEntry risk(Fields risk) {
    EntryDraft draft =
        new EntryDraft(riskId(risk.need("id")), EntryKind.RISK, risk.need("name"))
            .url(URL)
            .text(Prose.paragraphs(risk.text("description")));
    for (String action : risk.texts("hasRelatedAction")) {
      draft.link(CatalogueLink.of(LinkKind.ANSWERED_BY, PREFIX + action, AUTHORITY, FINAL));
    }
    return draft.entry();
  }

  private static CatalogueEntry action(Fields action) {
    String id = action.need("id");
    Matcher parts = ACTION.matcher(id);
    if (!parts.matches() || !FUNCTIONS.containsKey(parts.group(1))) {
      action.wrong("id", "an id such as MG-2.2-001", "Check that it is the list of actions.");
      return new EntryDraft(PREFIX + id, EntryKind.ACTION, id).entry();
    }
    String outcome = FUNCTIONS.get(parts.group(1)) + "-" + parts.group(2);
    EntryDraft draft =
        new EntryDraft(PREFIX + id, EntryKind.ACTION, "Action for " + outcome.replace('-', ' '))
            .url(URL)
            .text(Prose.paragraphs(action.text("description")))
            .attribute("actor-tasks", action.texts("hasAiActorTask"))
            .link(CatalogueLink.of(LinkKind.PART_OF, "RMF:" + outcome, AUTHORITY, FINAL).of("1.0"));
    for (String risk : action.texts("hasRelatedRisk")) {
      draft.link(CatalogueLink.of(LinkKind.MITIGATES, riskId(risk), AUTHORITY, FINAL));
    }
    return draft.entry();
  }

  private static String riskId(String id) {
    return PREFIX + (id.startsWith(RISK) ? id.substring(RISK.length()) : id);
  }
}
