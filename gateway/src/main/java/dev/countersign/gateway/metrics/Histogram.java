package dev.countersign.gateway.metrics;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Times in buckets. From any thread. */
final class Histogram {
  private static final double[] SECONDS = {
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };
  private static final double NANOS = 1e9;

  private final LongAdder[] counts = new LongAdder[SECONDS.length + 1];
  private final LongAdder sum = new LongAdder();

  Histogram() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void add(long nanos) {
    int bucket = 0;
    while (bucket < SECONDS.length && nanos > SECONDS[bucket] * NANOS) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(nanos);
  }

  void write(StringBuilder out, String name, String labels) {
    String before = labels.isEmpty() ? "" : labels + ",";
    long so = 0;
    for (int i = 0; i < counts.length; i++) {
      so += counts[i].sum();
      String bound = i < SECONDS.length ? String.valueOf(SECONDS[i]) : "+Inf";
      out.append(name).append("_bucket{").append(before).append("le=\"").append(bound);
      out.append("\"} ").append(so).append('\n');
    }
    String braces = labels.isEmpty() ? "" : "{" + labels + "}";
    out.append(name).append("_sum").append(braces).append(' ');
    out.append(String.format(Locale.ROOT, "%.6f", sum.sum() / NANOS)).append('\n');
    out.append(name).append("_count").append(braces).append(' ').append(so).append('\n');
  }
}
