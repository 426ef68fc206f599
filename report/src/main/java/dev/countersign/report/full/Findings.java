package dev.countersign.report.full;

import dev.countersign.assess.Finding;
import java.util.List;

/** What is wrong, errors first. */
public final class Findings {
  private final Page page;

  Findings(Page page) {
    this.page = page;
  }

  /** Every one; of a large register only those that do not stand with a threat there. */
  public List<Finding> shown() {
    return page.assessment().findings().stream().filter(it -> !standsInRegister(it)).toList();
  }

  /** How many stand in the register. */
  public long elsewhere() {
    return page.assessment().findings().size() - shown().size();
  }

  private boolean standsInRegister(Finding finding) {
    return page.isLarge() && page.linksThreats() && page.checked().threatOf(finding).isPresent();
  }

  /** The class that colours the severity. */
  public String tone(Finding finding) {
    return Tone.of(finding.severity());
  }
}
