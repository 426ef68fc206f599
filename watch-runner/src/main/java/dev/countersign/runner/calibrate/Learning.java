package dev.countersign.runner.calibrate;

import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.detector.DetectorKind;
import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.FeatureSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The first pass over the log of one model: what is usual, learnt from one half of its clients. */
final class Learning {
  /** Fewer distinct rows say too little of where usual ones lie. */
  private static final int LEAST_ROWS = 200;

  /** Requests of other widths are left out; of so many widths rows are kept. */
  private static final int MOST_WIDTHS = 4;

  private final Map<Integer, RowSample> samples = new TreeMap<>();
  private final Map<String, Learner> learners = new LinkedHashMap<>();

  Learning(List<DetectorKind> kinds) {
    kinds.forEach(kind -> kind.learner().ifPresent(one -> learners.put(kind.id(), one)));
  }

  void take(Event event) {
    learners.values().forEach(one -> one.learn(event));
    int width = event.rows().width();
    if (width == 0 || (!samples.containsKey(width) && samples.size() == MOST_WIDTHS)) {
      return;
    }
    RowSample sample = samples.computeIfAbsent(width, RowSample::new);
    for (int row = 0; row < event.rows().count(); row++) {
      sample.add(event.client(), event.rows(), row);
    }
  }

  ModelBaseline usual(String system, String model) {
    Map<String, ObjectNode> settings = new TreeMap<>();
    learners.forEach((id, one) -> settings.put(id, one.settings()));
    return new ModelBaseline(system, model, model, space(), Map.of(), settings);
  }

  private Optional<FeatureSpace> space() {
    return samples.values().stream()
        .max((a, b) -> Integer.compare(a.size(), b.size()))
        .filter(sample -> sample.size() >= LEAST_ROWS)
        .map(sample -> new SpaceFit(sample).space());
  }
}
