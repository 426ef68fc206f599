package dev.countersign.watch.log;

import java.util.function.Supplier;

/** Makes events of lines of a log. One thread at a time may use it. */
public interface LineParser {
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
