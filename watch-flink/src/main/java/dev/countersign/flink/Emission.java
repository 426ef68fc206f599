package dev.countersign.flink;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.engine.Output;
import java.util.function.Consumer;

/** Passes on what comes of an event: alerts as lines of JSON, and contributions. */
record Emission(Consumer<String> alerts, Consumer<Contribution> contributions) implements Output {
  @Override
  public void alert(Alert alert) {
    alerts.accept(AlertJson.line(alert));
  }

  @Override
  public void contribution(Contribution contribution) {
    contributions.accept(contribution);
  }
}
