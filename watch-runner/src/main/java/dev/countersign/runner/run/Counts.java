package dev.countersign.runner.run;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted since the first start of a run. */
final class Counts {
  private final Map<String, Long> malformed = new TreeMap<>();
  private final Map<String, Long> alerts = new LinkedHashMap<>();
  private long bytes;
  private long duplicates;
  private long newest;

  Counts() {
    for (Severity severity : Severity.values()) {
      alerts.put(severity.word(), 0L);
    }
  }

  void read(Batch batch) {
    bytes += batch.bytes();
    batch.rejected().forEach(one -> malformed.merge(one.reason(), 1L, Long::sum));
  }

  void took(List<Event> events) {
    for (Event event : events) {
      newest = Math.max(newest, event.time());
    }
  }

  void duplicate() {
    duplicates++;
  }

  void told(List<Alert> told) {
    told.forEach(alert -> alerts.merge(alert.severity().word(), 1L, Long::sum));
  }

  long bytes() {
    return bytes;
  }

  long duplicates() {
    return duplicates;
  }

  long newest() {
    return newest;
  }

  Map<String, Long> alerts() {
    return alerts;
  }

  /** Lines that were no events, by reason. */
  Map<String, Long> malformed() {
    return malformed;
  }

  long malformedLines() {
    return malformed.values().stream().mapToLong(Long::longValue).sum();
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(bytes);
    out.writeLong(duplicates);
    out.writeLong(newest);
    write(malformed, out);
    write(alerts, out);
  }

  private static void write(Map<String, Long> counts, DataOutput out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<String, Long> one : counts.entrySet()) {
      out.writeUTF(one.getKey());
      out.writeLong(one.getValue());
    }
  }

  void read(DataInput in) throws IOException {
    bytes = in.readLong();
    duplicates = in.readLong();
    newest = in.readLong();
    read(malformed, in);
    read(alerts, in);
  }

  private static void read(Map<String, Long> counts, DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      counts.put(in.readUTF(), in.readLong());
    }
  }
}
