package dev.countersign.runner.run;

import dev.countersign.runner.source.Mark;
import dev.countersign.watch.event.Event;
import java.util.List;

/**
 * What a block of lines was.
 *
 * @param events in the order of the log
 * @param prints of them, by which a line that comes twice is known; 0 where it had no id
 * @param rejected the other lines
 * @param bytes that were read for it
 * @param file that its last lines are of, for people
 * @param marks up to where files are read with it
 */
record Batch(
    List<Event> events,
    long[] prints,
    List<Rejected> rejected,
    long bytes,
    String file,
    List<Mark> marks) {
  Batch {
    marks = List.copyOf(marks);
  }
}
