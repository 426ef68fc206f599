package dev.countersign.runner;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.Measure;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.baseline.Threshold;
import java.time.Instant;
import java.util.List;

/** Alerts for tests. */
public final class Alerts {
  /** A name as somebody chooses it who wants to be overlooked. */
  public static final String HOSTILE =
      "\u001b[2J\u202e|=\\]\"\n<script>alert(1)</script> '&amp;\u009b\u2028 x=y";

  private Alerts() {}

  /** A client that maps a model, as unusual as one in 40,000 client-days. */
  public static Alert extraction(String client) {
    return extraction("1f0c6e5b9a7d4e23", 2, Severity.HIGH, client);
  }

  /** The same, of another incident. */
  public static Alert extraction(String id, int sequence, Severity severity, String client) {
    return new Alert(
        id,
        sequence,
        severity,
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
                new Threshold(4, 1, 0.0001))),
        List.of("a1", "a2"),
        "Throttle the client and ask its owner what it is doing");
  }

  /** An instruction that spreads over clients, in names that somebody chose to do harm. */
  public static Alert hostile() {
    return new Alert(
        "77aa",
        1,
        Severity.LOW,
        time("2026-11-27T16:55:03.164Z"),
        time("2026-11-27T16:55:03.164Z"),
        "campaign",
        HOSTILE,
        HOSTILE,
        "prompt-injection@" + HOSTILE,
        HOSTILE,
        List.of(HOSTILE, "b"),
        List.of(new Measure("spread", HOSTILE, 9, Threshold.uncalibrated(8))),
        List.of(HOSTILE),
        HOSTILE);
  }

  private static long time(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
