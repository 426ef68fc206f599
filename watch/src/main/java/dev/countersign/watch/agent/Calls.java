package dev.countersign.watch.agent;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.GateNote;
import java.util.List;

/** The calls of tools that an event holds. */
final class Calls {
  private static final String CALL = "tools/call";

  private Calls() {}

  /** Whether the event itself is one, of MCP: then its model is the tool. */
  static boolean isCall(Event event) {
    return event.operation().equals(CALL);
  }

  /** The tools that were called, in order. */
  static List<String> of(Event event) {
    return isCall(event) ? List.of(event.model()) : event.tools();
  }

  /**
   * What the tool gate said: 1 where it flagged or rejected a call, 0 where not; -1 for nothing.
   */
  static int flagged(Event event) {
    for (GateNote note : event.gates()) {
      if (note.gate().equals("tool-gate")) {
        return note.decision().equals("accept") ? 0 : 1;
      }
    }
    return -1;
  }
}
