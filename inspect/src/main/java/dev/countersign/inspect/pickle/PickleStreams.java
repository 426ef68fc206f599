package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;

/** Pickles inside of other bytes, for formats that hold them. */
public final class PickleStreams {
  private PickleStreams() {}

  /**
   * Looks into one pickle, and tells whatever is found, also before it breaks.
   *
   * @param from the place of its first byte
   * @param loader what the program that loads does besides unpickling
   * @return how it ended; the end is where the loader reads on
   * @throws Broken only where nothing may be spent any more; let it pass
   */
  public static Outcome examine(Bytes bytes, long from, Examination examination, Loader loader)
      throws Broken, IOException {
    Report report = new Report(examination);
    try {
      return new Reading(bytes, from, loader).read(report, new Memo());
    } finally {
      report.tell();
    }
  }
}
