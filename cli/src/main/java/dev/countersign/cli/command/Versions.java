package dev.countersign.cli.command;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.report.Tool;
import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of everything that a verdict stands on. */
final class Versions {
  private Versions() {}

  /** For reports that machines read. */
  static Tool tool(String rules) {
    SortedMap<String, String> knowledge = new TreeMap<>();
    knowledge.put("rules", rules);
    for (CatalogueHeader header : Catalogues.bundled().headers()) {
      knowledge.put(header.id(), header.edition());
    }
    return new Tool(BuildInfo.version(), knowledge);
  }

  /** For people. */
  static String text() {
    StringBuilder text = new StringBuilder();
    text.append("countersign ").append(BuildInfo.version());
    BuildInfo.commit().ifPresent(commit -> text.append(" (").append(commit).append(')'));
    text.append("\nJava ").append(Runtime.version());
    text.append(" (").append(System.getProperty("java.vm.name", "")).append(")\n");
    String rules = Knowledge.bundled().digest();
    tool(rules)
        .knowledge()
        .forEach((id, edition) -> text.append("%-22s %s\n".formatted(id, edition)));
    return text.toString();
  }
}
