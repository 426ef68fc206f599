package dev.countersign.report.full;

import dev.countersign.assess.Finding;
import java.util.List;

/** What is wrong, errors first. */
public final class Findings {
  private final Page page;

  Findings(Page page) {
    this.page = page;
  }

  /** Every one. */
  public List<Finding> all() {
    return page.assessment().findings();
  }

  /** The class that colours the severity. */
  public String tone(Finding finding) {
    return Tone.of(finding.severity());
  }
}
