package dev.countersign.watch.drift;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.EventBuilder;
import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sources that each send rows of their own kind to a model, batch by batch, a batch a minute. */
final class Feeds {
  static final int SOURCES = 12;
  static final int ROWS = 16;

  private static final int FEATURES = 6;
  private static final long START = 1_790_000_000_000L;

  private final Random random;
  private final Map<String, Double> moved = new HashMap<>();

  Feeds(int seed) {
    this.random = new Random(seed);
  }

  /** From now on the rows of a source lie so much further. */
  void move(String source, double by) {
    moved.merge(source, by, Double::sum);
  }

  /** A log, from a minute on. */
  List<Event> log(int from, int minutes) {
    List<Event> log = new ArrayList<>();
    for (int i = from; i < from + minutes; i++) {
      String source = "partner-" + random.nextInt(SOURCES);
      log.add(event(i, source, moved.getOrDefault(source, 0.0)));
    }
    return log;
  }

  Event event(int minute, String source, double by) {
    boolean partner = source.startsWith("partner-");
    String client = partner ? "c" + Integer.parseInt(source.substring(8)) / 3 : "c-" + source;
    return event(minute, source, by, client);
  }

  Event event(int minute, String source, double by, String client) {
    return Event.at(START + minute * 60_000L, "e" + minute)
        .system("card-fraud")
        .model("fraud")
        .operation("infer")
        .client(client)
        .source(source)
        .rows(rows(new Random(source.hashCode()), by))
        .build();
  }

  /** Rows around the middle of their source; those of a batch have something in common. */
  private Rows rows(Random source, double by) {
    float[] features = new float[ROWS * FEATURES];
    float[] outputs = new float[ROWS];
    double[] middle = new double[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      middle[i] = 0.5 * source.nextGaussian() + 0.3 * random.nextGaussian() + (i < 2 ? by : 0);
    }
    for (int row = 0; row < ROWS; row++) {
      double sum = -1;
      for (int i = 0; i < FEATURES; i++) {
        double value = middle[i] + random.nextGaussian();
        features[row * FEATURES + i] = (float) value;
        sum += i < 3 ? value : -0.3 * value;
      }
      outputs[row] = (float) (1 / (1 + Math.exp(-sum)));
    }
    return new Rows(ROWS, features, outputs);
  }

  static Event withoutOutputs(Event event) {
    float[] features = new float[ROWS * FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = event.rows().feature(i / FEATURES, i % FEATURES);
    }
    return builder(event)
        .source(event.source())
        .rows(new Rows(ROWS, features, new float[0]))
        .build();
  }

  static Event withoutSource(Event event) {
    return builder(event).rows(event.rows()).build();
  }

  private static EventBuilder builder(Event event) {
    return Event.at(event.time(), event.id())
        .system(event.system())
        .model(event.model())
        .operation(event.operation())
        .client(event.client());
  }
}
