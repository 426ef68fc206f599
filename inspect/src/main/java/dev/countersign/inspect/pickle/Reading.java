package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import java.io.IOException;

/**
 * One stream in each way that readers may read it: in one way, unless an opcode crosses the end of
 * a frame.
 *
 * @param bytes that hold it
 * @param from the place of its first byte
 * @param loader what the program that loads does besides unpickling
 */
record Reading(Bytes bytes, long from, Loader loader) {
  /** Reads it, and reports what any reader would do. */
  Outcome read(Report report, Memo memo) throws Broken, IOException {
    Judge judge = new Judge(Knowledge.usual(), report);
    try {
      Machine machine = new Machine(bytes, from, judge, loader, memo, Frames.JOINED);
      Outcome outcome = machine.run();
      return machine.crossedFrames() ? otherwise(outcome, report) : outcome;
    } finally {
      judge.finish();
    }
  }

  private Outcome otherwise(Outcome joined, Report report) throws Broken, IOException {
    Outcome best = joined;
    for (Frames frames : Frames.values()) {
      if (frames != Frames.JOINED) {
        Judge judge = new Judge(Knowledge.usual(), report);
        try {
          Outcome outcome = new Machine(bytes, from, judge, loader, new Memo(), frames).run();
          best = best.whole() ? best : outcome;
        } finally {
          judge.finish();
        }
      }
    }
    return best;
  }
}
