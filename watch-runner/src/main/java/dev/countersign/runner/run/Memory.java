package dev.countersign.runner.run;

import dev.countersign.runner.checkpoint.Checkpoints;
import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.runner.source.Mark;
import dev.countersign.watch.engine.Monitor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a run has to know to go on: what a checkpoint holds. */
final class Memory {
  private final Watched watched;
  private final Monitor monitor;
  private final Counts counts = new Counts();
  private final Duplicates duplicates = new Duplicates();
  private final Map<String, Mark> marks = new LinkedHashMap<>();

  Memory(Watched watched, Monitor monitor) {
    this.watched = watched;
    this.monitor = monitor;
  }

  Counts counts() {
    return counts;
  }

  Duplicates duplicates() {
    return duplicates;
  }

  List<Mark> marks() {
    return List.copyOf(marks.values());
  }

  void mark(Mark mark) {
    marks.put(mark.key(), mark);
  }

  /** Writes it together with where sinks are. */
  Checkpoints.Content content(Map<String, String> sinks) {
    return out -> {
      watched.write(out);
      Deliveries.write(sinks, out);
      counts.write(out);
      out.writeInt(marks.size());
      for (Mark mark : marks.values()) {
        write(mark, out);
      }
      duplicates.write(out);
      monitor.write(out);
    };
  }

  private static void write(Mark mark, DataOutput out) throws IOException {
    out.writeUTF(mark.key());
    out.writeUTF(mark.family());
    out.writeLong(mark.offset());
    out.writeInt(mark.headLength());
    out.writeLong(mark.headHash());
    out.writeBoolean(mark.done());
  }

  /** Reads it, and sets sinks to where they were. */
  void read(DataInput in, Deliveries sinks) throws IOException, UnusableCheckpoint {
    watched.compare(in);
    sinks.resume(in);
    counts.read(in);
    for (int left = in.readInt(); left > 0; left--) {
      mark(
          new Mark(
              in.readUTF(),
              in.readUTF(),
              in.readLong(),
              in.readInt(),
              in.readLong(),
              in.readBoolean()));
    }
    duplicates.read(in);
    monitor.read(in);
  }
}
