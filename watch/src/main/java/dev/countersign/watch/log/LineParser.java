package dev.countersign.watch.log;

import java.util.function.Supplier;

/** Makes events of lines of a log. One thread at a time may use it. */
public interface LineParser {
  /** How long a line may be, in bytes; hosts refuse longer ones unread. */
  int LONGEST_LINE = 1 << 20;

  /**
   * How far the clocks of who writes logs may be ahead, in milliseconds: a later time would make
   * everything after it look late.
   */
  long AHEAD = 86_400_000L;

  /**
   * Reads one line.
   *
   * @param bytes that hold it; they are not kept and not written to
   * @param from where it begins
   * @param to where it ends, without what ends the line
   * @param name what to call the event where its line has no id
   */
  Parsed parse(byte[] bytes, int from, int to, Supplier<String> name);
}
