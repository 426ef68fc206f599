package dev.countersign.knowledge.catalogue.importer;

import static dev.countersign.knowledge.catalogue.LinkStatus.FINAL;

import dev.countersign.knowledge.catalogue.CatalogueLink;
import dev.countersign.knowledge.catalogue.LinkKind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mappings of a risk or control of the CoSAI risk map to other catalogues: CoSAI's own best
 * effort, endorsed by nobody else. They name the edition after an {@code @}.
 */
final class CosaiMappings {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private CosaiMappings() {}

  static void add(Fields mappings, String authority, EntryDraft draft) {
    for (String framework : mappings.keys()) {
      for (String id : mappings.texts(framework)) {
        draft.link(link(framework, id, authority));
      }
    }
  }

  private static CatalogueLink link(String framework, String written, String authority) {
    int at = written.indexOf('@');
    String id = at < 0 ? written : written.substring(0, at);
    CatalogueLink link =
        CatalogueLink.of(LinkKind.MAPS_TO, reference(framework, id), authority, FINAL);
    return at < 0 ? link : link.of(written.substring(at + 1));
  }

  private static String reference(String framework, String id) {
    return switch (framework) {
      case "mitre-atlas", "owasp-top10-llm" -> id;
      case "nist-ai-rmf" -> "RMF:" + id;
      case "stride" -> "STRIDE:" + HUMP.matcher(id).replaceAll("-").toLowerCase(Locale.ROOT);
      default -> framework + ":" + id;
    };
  }
}
