package dev.countersign.watch.engine;

import dev.countersign.watch.alert.Measure;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.baseline.Threshold;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Something unusual that goes on: evidence of one detector about one subject. It is over when there
 * was none for {@link #QUIET}.
 */
final class Incident {
  /** A day, in milliseconds: what the budget of false alarms is counted by. */
  static final long QUIET = 86_400_000L;

  /** How many ids of events are kept: so many first ones and so many last ones. */
  static final int SHOWN = 4;

  private static final int LONGEST_ID = 64;

  private final String id;
  private final long since;
  private final double[] peaks;
  private final List<String> first = new ArrayList<>(SHOWN);
  private final Deque<String> last = new ArrayDeque<>(SHOWN);
  private long latest;
  private int sequence;
  private Severity severity = Severity.LOW;

  Incident(String id, long since, int statistics) {
    this.id = id;
    this.since = since;
    this.latest = since;
    this.peaks = new double[statistics];
    Arrays.fill(peaks, Double.NaN);
  }

  String id() {
    return id;
  }

  long since() {
    return since;
  }

  int sequence() {
    return sequence;
  }

  Severity severity() {
    return severity;
  }

  boolean isOver(long now) {
    return now - latest > QUIET;
  }

  /** Takes a value at or above its threshold; true where it is the largest one so far. */
  boolean take(int statistic, double value) {
    if (value <= peaks[statistic]) {
      return false;
    }
    peaks[statistic] = value;
    return true;
  }

  void seen(long time, String event) {
    latest = Math.max(latest, time);
    String shown = event.length() > LONGEST_ID ? event.substring(0, LONGEST_ID) : event;
    if (first.size() < SHOWN) {
      first.add(shown);
    } else if (!shown.equals(last.peekLast())) {
      if (last.size() == SHOWN) {
        last.removeFirst();
      }
      last.addLast(shown);
    }
  }

  /** Whether it has to be told of: it is new, or more severe than when it was last told of. */
  boolean isWorthTelling(Limits limits) {
    Severity now = severity(limits);
    if (sequence > 0 && now.compareTo(severity) <= 0) {
      return false;
    }
    severity = now;
    sequence++;
    return true;
  }

  private Severity severity(Limits limits) {
    Severity most = Severity.LOW;
    for (int i = 0; i < peaks.length; i++) {
      if (!Double.isNaN(peaks[i])) {
        Severity one = severity(limits.thresholds()[i], peaks[i]);
        most = one.compareTo(most) > 0 ? one : most;
      }
    }
    return most;
  }

  private static Severity severity(Threshold threshold, double value) {
    double decades = threshold.decades(value);
    int step = decades >= 3 ? 2 : decades >= 1 ? 1 : 0;
    return Severity.values()[step + (threshold.calibrated() ? 1 : 0)];
  }

  /** What reached its threshold, the most unusual first. */
  List<Measure> measures(Limits limits) {
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < peaks.length; i++) {
      if (!Double.isNaN(peaks[i])) {
        measures.add(
            new Measure(
                limits.statistics().get(i).id(),
                limits.statistics().get(i).says(),
                peaks[i],
                limits.thresholds()[i]));
      }
    }
    measures.sort(
        Comparator.comparingDouble((Measure one) -> -one.threshold().decades(one.value())));
    return measures;
  }

  /** The place of the most unusual statistic. */
  int worst(Limits limits) {
    int worst = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < peaks.length; i++) {
      double decades = limits.thresholds()[i].decades(peaks[i]);
      if (decades > most) {
        most = decades;
        worst = i;
      }
    }
    return worst;
  }

  List<String> events() {
    List<String> events = new ArrayList<>(first);
    events.addAll(last);
    return events;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(id);
    out.writeLong(since);
    out.writeLong(latest);
    out.writeByte(sequence);
    out.writeByte(severity.ordinal());
    out.writeByte(peaks.length);
    for (double peak : peaks) {
      out.writeDouble(peak);
    }
    List<String> events = events();
    out.writeByte(events.size());
    for (String event : events) {
      out.writeUTF(event);
    }
  }

  static Incident read(DataInput in) throws IOException {
    String id = in.readUTF();
    long since = in.readLong();
    long latest = in.readLong();
    int sequence = in.readByte();
    Severity severity = Severity.values()[in.readByte()];
    Incident incident = new Incident(id, since, in.readByte());
    for (int i = 0; i < incident.peaks.length; i++) {
      incident.peaks[i] = in.readDouble();
    }
    for (int left = in.readByte(); left > 0; left--) {
      incident.seen(since, in.readUTF());
    }
    incident.latest = latest;
    incident.sequence = sequence;
    incident.severity = severity;
    return incident;
  }
}
