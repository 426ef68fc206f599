package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import java.io.IOException;

/**
 * All pickles of a file, one after the other: a loader may read the first or all of them, with one
 * memo for all or with one for each, and with or without knowing of raw bytes between opcodes. What
 * any of them would do is told.
 */
final class Streams {
  private static final int MOST_STREAMS = 100_000;

  private final Bytes bytes;
  private final Examination examination;
  private final JoblibArrays joblib;

  Streams(Bytes bytes, Examination examination) {
    this.bytes = bytes;
    this.examination = examination;
    this.joblib = new JoblibArrays(bytes);
  }

  void examine() throws Broken, IOException {
    Report report = new Report(examination);
    Outcome plain = one(0, report, joblib.watching(), new Memo());
    if (joblib.seen()) {
      // Python's own reader takes the arrays for opcodes: only what is no chance is told of it.
      report.tellWorst();
      withArrays();
      return;
    }
    first(plain, report);
    if (plain.whole()) {
      further(plain.end());
    }
  }

  private void withArrays() throws Broken, IOException {
    Report report = new Report(examination);
    Outcome outcome = one(0, report, joblib, new Memo());
    first(outcome, report);
  }

  private void first(Outcome outcome, Report report) throws Broken {
    boolean did = report.any();
    report.tell();
    if (outcome.broken().isPresent()) {
      Broken broken = outcome.broken().get();
      if (!did) {
        throw broken;
      }
      examination.report(PickleRules.BROKEN, broken.offset(), broken.what());
    }
  }

  private void further(long from) throws Broken, IOException {
    if (from < bytes.length()) {
      long end = all(from, false);
      if (end > from) {
        all(0, true);
      }
      if (end < bytes.length()) {
        examination.report(
            PickleRules.TRAILING, end, "%,d bytes after the pickle".formatted(bytes.length() - end));
      }
    }
  }

  private long all(long from, boolean oneMemo) throws Broken, IOException {
    Memo memo = new Memo();
    long start = from;
    for (int i = 0; i < MOST_STREAMS && start < bytes.length(); i++) {
      Report report = new Report(examination);
      Outcome outcome = one(start, report, Loader.PLAIN, oneMemo ? memo : new Memo());
      if (outcome.whole() || bytes.copy(start, 1)[0] == (byte) Op.PROTO) {
        report.tell();
      } else {
        report.tellWorst();
      }
      if (!outcome.whole()) {
        return start;
      }
      start = outcome.end();
    }
    return start;
  }

  private Outcome one(long from, Report report, Loader loader, Memo memo) throws Broken, IOException {
    Judge judge = new Judge(Knowledge.usual(), report);
    try {
      return new Machine(bytes, from, judge, loader, memo).run();
    } finally {
      judge.finish();
    }
  }
}
