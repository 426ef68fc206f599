package dev.countersign.watch.campaign;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.GateNote;

/** What the gates that look for injected instructions said of a request. */
final class Verdict {
  private Verdict() {}

  /** Whether one of them looked at it. */
  static boolean isJudged(Event event) {
    for (GateNote note : event.gates()) {
      if (looksForInstructions(note)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of them flagged or rejected it. */
  static boolean isFlagged(Event event) {
    for (GateNote note : event.gates()) {
      if (looksForInstructions(note) && !note.decision().equals("accept")) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksForInstructions(GateNote note) {
    return note.gate().equals("prompt-gate") || note.gate().equals("tool-gate");
  }
}
