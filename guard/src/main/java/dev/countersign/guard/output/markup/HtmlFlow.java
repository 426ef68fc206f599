package dev.countersign.guard.output.markup;

import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DestinationPolicy;

/** HTML in stretches, each of which ends outside of tags and comments. */
public final class HtmlFlow implements Flow {
  private final DestinationPolicy policy;

  /** For one text. */
  public HtmlFlow(DestinationPolicy policy) {
    this.policy = policy;
  }

  @Override
  public boolean open(String text, int from, int to, boolean last, Findings out) {
    HtmlScan scan = new HtmlScan(text, to, true, new AddressCheck(policy, out), out);
    int i = text.indexOf('<', from);
    while (i >= 0 && i < to) {
      int end = scan.tag(i);
      if (end < 0) {
        return !last;
      }
      i = text.indexOf('<', end);
    }
    return false;
  }
}
