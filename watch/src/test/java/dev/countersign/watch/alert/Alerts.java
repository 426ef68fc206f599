package dev.countersign.watch.alert;

import dev.countersign.watch.baseline.Threshold;
import java.time.Instant;
import java.util.List;

/** Alerts for tests. */
final class Alerts {
  /** A client that maps a model, as unusual as one in 40,000 client-days. */
  static Alert extraction(String client) {
    return new Alert(
        "1f0c6e5b9a7d4e23",
        2,
        Severity.HIGH,
        time("2026-11-27T16:55:03.164Z"),
        time("2026-11-27T16:41:40Z"),
        "extraction",
        "card-fraud",
        "fraud",
        "model-extraction@fraud-gbt",
        client,
        List.of(client),
        List.of(
            new Measure(
                "novelty-64",
                "its rows lie where no client's rows lie",
                4 + Math.log(4),
                new Threshold(4, 1, 0.0001)),
            new Measure(
                "spread", "Its rows cover the space evenly", 0.9, Threshold.uncalibrated(0.8))),
        List.of("a1", "a2"),
        "Throttle the client and ask its owner what it is doing");
  }

  private static long time(String text) {
    return Instant.parse(text).toEpochMilli();
  }

  private Alerts() {}
}
