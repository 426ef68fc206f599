package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one stream, held back until it is known whether it was a pickle at all: bytes
 * that follow a pickle or stand between its arrays may look like a few opcodes by chance.
 */
final class Report {
  private static final int MOST = 1_000;

  private final Examination examination;
  private final List<Entry> held = new ArrayList<>(4);
  private final int[] counts = new int[Verdict.values().length];

  Report(Examination examination) {
    this.examination = examination;
  }

  Examination examination() {
    return examination;
  }

  void add(Rule rule, long offset, String subject, String call) {
    // Counted by verdict, so that no number of small things leaves no room for a bad one.
    if (counts[rule.verdict().ordinal()]++ < MOST) {
      held.add(new Entry(rule, offset, subject, call));
    }
  }

  /** Whether anything was found. */
  boolean any() {
    return !held.isEmpty();
  }

  /** Tells all. */
  void tell() {
    tell(Verdict.CLEAN);
  }

  /** Tells what no chance makes. */
  void tellWorst() {
    tell(Verdict.MALICIOUS);
  }

  private void tell(Verdict least) {
    for (Entry entry : held) {
      if (entry.rule().verdict().compareTo(least) >= 0) {
        entry.tell(examination);
      }
    }
    held.clear();
  }

  private record Entry(Rule rule, long offset, String subject, String call) {
    void tell(Examination examination) {
      if (call.isEmpty()) {
        examination.report(rule, offset, subject);
      } else {
        examination.reportCall(rule, offset, subject, call);
      }
    }
  }
}
