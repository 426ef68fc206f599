package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import java.io.IOException;
import java.util.Optional;

/**
 * All pickles of a file, one after the other: a loader may read the first or all of them, with one
 * memo for all or with one for each, and with or without knowing of raw bytes between opcodes. What
 * any of them would do is told.
 */
final class Streams {
  private static final int MOST_STREAMS = 100_000;
  private static final int SEARCHED = 1 << 20;
  private static final int MOST_TRIES = 32;
  private static final int LONGEST_NAMES = 120;

  private final Bytes bytes;
  private final Examination examination;
  private final JoblibArrays joblib;
  private final Storages storages = new Storages();

  Streams(Bytes bytes, Examination examination) {
    this.bytes = bytes;
    this.examination = examination;
    this.joblib = new JoblibArrays(bytes);
  }

  void examine() throws Broken, IOException {
    try {
      pickles();
    } finally {
      storages.tell(examination);
    }
  }

  private void pickles() throws Broken, IOException {
    Report report = new Report(examination);
    Memo memo = new Memo();
    Outcome plain = one(0, report, model(joblib.watching()), memo);
    if (joblib.seen()) {
      // Python's own reader takes the arrays for opcodes: only what is no chance is told of it.
      report.tellWorst();
      withArrays();
      return;
    }
    first(plain, report);
    if (plain.whole()) {
      further(plain.end(), memo);
    }
  }

  private Loader model(Loader loader) {
    return new ModelFacts(loader, storages, examination);
  }

  private void withArrays() throws Broken, IOException {
    Report report = new Report(examination);
    Outcome outcome = one(0, report, model(joblib), new Memo());
    first(outcome, report);
  }

  private void first(Outcome outcome, Report report) throws Broken, IOException {
    boolean did = report.any();
    boolean all = outcome.whole() && outcome.end() == bytes.length();
    if (all || protocol(0) || new Glance(bytes).isPickle()) {
      report.tell();
    } else {
      // A few opcodes stand in any bytes by chance.
      report.tellWorst();
      throw outcome.broken().orElse(new Broken(outcome.end(), "bytes after a few opcodes"));
    }
    if (outcome.broken().isPresent()) {
      broken(outcome.broken().get(), did);
    }
  }

  private void broken(Broken broken, boolean did) throws Broken {
    if (!did) {
      throw broken;
    }
    examination.report(PickleRules.BROKEN, broken.offset(), broken.what());
  }

  private void further(long from, Memo memo) throws Broken, IOException {
    if (from < bytes.length()) {
      long apart = all(from, Optional.empty());
      long end = memo.count() == 0 ? apart : Math.max(apart, all(from, Optional.of(memo)));
      if (end < bytes.length()) {
        hidden(end);
        examination.report(
            PickleRules.TRAILING,
            end,
            "%,d bytes after the pickle".formatted(bytes.length() - end));
      }
    }
  }

  /** Pickles from a place on, each with a memo of its own or with one for all. */
  private long all(long from, Optional<Memo> memo) throws Broken, IOException {
    long start = from;
    for (int i = 0; i < MOST_STREAMS && start < bytes.length(); i++) {
      Report report = new Report(examination);
      Outcome outcome = one(start, report, model(storages), memo.orElseGet(Memo::new));
      if (outcome.whole() || protocol(start)) {
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

  private boolean protocol(long at) throws IOException {
    byte[] two = bytes.copy(at, 2);
    return two.length == 2 && two[0] == (byte) Op.PROTO && two[1] >= 0 && two[1] <= 5;
  }

  /**
   * Pickles after bytes that are none: no loader finds them by itself, but whoever put one there
   * meant it to be found.
   */
  private void hidden(long from) throws Broken, IOException {
    byte[] window = bytes.copy(from + 1, SEARCHED);
    int tries = 0;
    for (int i = 0; i + 1 < window.length && tries < MOST_TRIES; i++) {
      boolean modern = window[i] == (byte) Op.PROTO && window[i + 1] >= 2 && window[i + 1] <= 5;
      if (modern
          || window[i] == Op.GLOBAL
              && Character.isLowerCase(window[i + 1])
              && global(window, i + 1)) {
        tries++;
        hiddenAt(from + 1 + i);
      }
    }
  }

  private void hiddenAt(long from) throws Broken, IOException {
    Report report = new Report(examination);
    Judge judge = new Judge(Knowledge.usual(), report);
    Bytes searched = bytes.slice(0, from + SEARCHED);
    if (new Machine(searched, from, judge, Loader.PLAIN, new Memo(), Frames.JOINED).run().whole()) {
      judge.finish();
      report.tellWorst();
    }
  }

  /** Whether a module and a name stand here, each in a line. */
  private static boolean global(byte[] window, int from) {
    int lines = 0;
    for (int i = from; i < Math.min(window.length, from + LONGEST_NAMES); i++) {
      if (window[i] == '\n') {
        lines++;
      } else if (window[i] != '.' && !Character.isJavaIdentifierPart(window[i])) {
        return lines == 2;
      }
      if (lines == 2) {
        return true;
      }
    }
    return false;
  }

  private Outcome one(long from, Report report, Loader loader, Memo memo)
      throws Broken, IOException {
    Reading reading = new Reading(bytes, from, loader);
    return reading.read(report, memo);
  }
}
