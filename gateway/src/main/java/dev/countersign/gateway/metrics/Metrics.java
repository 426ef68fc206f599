package dev.countersign.gateway.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counters, gauges and times, written in Prometheus's text format, version 0.0.4. Labels come from
 * the configuration and from closed lists only, never from requests, so that nobody outside can
 * make it grow.
 */
public final class Metrics {
  private final ConcurrentMap<String, Family> families = new ConcurrentHashMap<>();

  private record Family(String type, String help, ConcurrentMap<String, Sample> samples) {}

  private sealed interface Sample {
    record Counter(LongAdder value) implements Sample {}

    record Gauge(LongSupplier value) implements Sample {}

    record Times(Histogram value) implements Sample {}
  }

  /**
   * Counts one more.
   *
   * @param labels names and values in turn
   */
  public void count(String name, String help, String... labels) {
    Sample sample =
        family(name, "counter", help)
            .samples()
            .computeIfAbsent(labels(labels), key -> new Sample.Counter(new LongAdder()));
    if (sample instanceof Sample.Counter counter) {
      counter.value().increment();
    }
  }

  /** Notes how long something took, in nanoseconds. */
  public void time(String name, String help, long nanos, String... labels) {
    Sample sample =
        family(name, "histogram", help)
            .samples()
            .computeIfAbsent(labels(labels), key -> new Sample.Times(new Histogram()));
    if (sample instanceof Sample.Times times) {
      times.value().add(nanos);
    }
  }

  /** Shows a number as it is when it is asked for. */
  public void gauge(String name, String help, LongSupplier value, String... labels) {
    family(name, "gauge", help).samples().put(labels(labels), new Sample.Gauge(value));
  }

  private Family family(String name, String type, String help) {
    Family known = families.get(name);
    return known != null
        ? known
        : families.computeIfAbsent(name, key -> new Family(type, help, new ConcurrentHashMap<>()));
  }

  /** All of them as text. */
  public String text() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Family> entry : new TreeMap<>(families).entrySet()) {
      String name = entry.getKey();
      Family family = entry.getValue();
      out.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
      out.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
      new TreeMap<>(family.samples()).forEach((labels, sample) -> write(out, name, labels, sample));
    }
    return out.toString();
  }

  private static void write(StringBuilder out, String name, String labels, Sample sample) {
    switch (sample) {
      case Sample.Counter counter -> line(out, name, labels, counter.value().sum());
      case Sample.Gauge gauge -> line(out, name, labels, gauge.value().getAsLong());
      case Sample.Times times -> times.value().write(out, name, labels);
    }
  }

  private static void line(StringBuilder out, String name, String labels, long value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }

  private static String labels(String... pairs) {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      labels.append(i == 0 ? "" : ",").append(pairs[i]).append("=\"");
      labels.append(pairs[i + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
      labels.append('"');
    }
    return labels.toString();
  }
}
