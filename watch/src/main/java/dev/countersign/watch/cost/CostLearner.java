package dev.countersign.watch.cost;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Learns what clients usually spend in an hour, and how long requests and answers are. */
final class CostLearner implements Learner {
  private static final long HOUR = 3_600_000L;
  private static final int MOST_HOURS = 1 << 16;
  private static final int LATENCIES = 1 << 10;
  private static final double MOST_REQUESTS = 0.9;

  private final Map<Long, Double> ofClients = bounded();
  private final Map<Long, Double> ofAll = bounded();
  private final ByInput answers = new ByInput();
  private final ByInput effort = new ByInput();
  private final long[] latencies = new long[LATENCIES];
  private double costliest;
  private long timed;
  private long requests;
  private long failed;

  private static Map<Long, Double> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Long, Double> eldest) {
        return size() > MOST_HOURS;
      }
    };
  }

  @Override
  public void learn(Event event) {
    long hour = Math.floorDiv(event.time(), HOUR);
    double price = Price.of(event);
    ofClients.merge(Hashes.mix(Hashes.of(event.client()) + hour), price, Double::sum);
    ofAll.merge(hour, price, Double::sum);
    costliest = Math.max(costliest, price);
    requests++;
    failed += Price.isFailed(event) ? 1 : 0;
    if (event.millis() >= 0) {
      latencies[place(event.millis())]++;
      timed++;
    }
    long input = Price.input(event);
    if (input >= 0 && event.tokensOut() >= 0) {
      answers.learn(input, event.tokensOut());
    }
    if (input >= 0 && event.millis() >= 0) {
      effort.learn(input, event.millis());
    }
  }

  /** Thirty-two places a factor of two. */
  private static int place(double millis) {
    return (int) Math.min(LATENCIES - 1, 32 * Math.log(1 + millis) / Math.log(2));
  }

  @Override
  public ObjectNode settings() {
    double share = requests == 0 ? 0 : (double) failed / requests;
    return new Usual(
            quantile(ofClients, MOST_REQUESTS),
            quantile(ofAll, 0.5),
            latency(),
            costliest,
            share,
            answers,
            effort)
        .json();
  }

  private double latency() {
    double left = MOST_REQUESTS * timed;
    for (int i = 0; i < LATENCIES; i++) {
      left -= latencies[i];
      if (left < 0) {
        return Math.pow(2, i / 32.0);
      }
    }
    return 0;
  }

  private static double quantile(Map<Long, Double> sums, double share) {
    double[] sorted = sums.values().stream().mapToDouble(sum -> sum).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
  }
}
