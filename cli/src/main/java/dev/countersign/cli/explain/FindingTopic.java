package dev.countersign.cli.explain;

import dev.countersign.assess.Finding;

/** A finding in a system at hand. */
record FindingTopic(Finding finding) implements Topic {
  @Override
  public void write(Sheet sheet) {
    sheet.title(finding.id(), "a finding, " + finding.severity().word(), finding.message());
    FindingRule.of(finding.rule()).ifPresent(rule -> sheet.text(rule.meaning()));
    sheet
        .heading("Next")
        .below(finding.next())
        .below(finding.place().file() + ":" + finding.place().line());
  }
}
