package dev.countersign.watch.log;

import dev.countersign.watch.event.Event;

/** What a line of a log was. */
public sealed interface Parsed {
  /** An event. */
  record Read(Event event) implements Parsed {}

  /**
   * None.
   *
   * @param reason why not
   * @param at where in the line that was seen, in bytes from its beginning
   * @param what was wrong there: a member's name, or what was expected; never content of the line
   */
  record Refused(Reason reason, int at, String what) implements Parsed {}
}
