package dev.countersign.cli.explain;

import dev.countersign.assess.Finding;
import java.util.List;

/** A class of findings. */
record FindingRuleTopic(FindingRule rule, Sources sources) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(rule.id(), "a class of findings", rule.id());
    sheet.text(rule.meaning());
    List<Finding> here =
        sources.systems().stream()
            .flatMap(system -> system.assessment().findings().stream())
            .filter(finding -> finding.rule().equals(rule.id()))
            .toList();
    if (!here.isEmpty()) {
      sheet.heading("Here");
      here.forEach(finding -> sheet.item(finding.id(), finding.message()));
    }
  }
}
