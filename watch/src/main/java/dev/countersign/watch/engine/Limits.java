package dev.countersign.watch.engine;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.Threshold;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Statistic;
import java.util.List;

/** The thresholds of one detector for one model, by the place of its statistics. */
record Limits(DetectorKind kind, List<Statistic> statistics, Threshold[] thresholds, double[] at) {
  static Limits of(DetectorKind kind, ModelBaseline usual) {
    List<Statistic> statistics = kind.statistics();
    Threshold[] thresholds = new Threshold[statistics.size()];
    double[] at = new double[thresholds.length];
    for (int i = 0; i < at.length; i++) {
      Statistic one = statistics.get(i);
      thresholds[i] = usual.threshold(kind.id(), one.id(), one.fallback());
      at[i] = thresholds[i].at();
    }
    return new Limits(kind, statistics, thresholds, at);
  }
}
