package dev.countersign.watch.drift;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.sketch.Hashes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learns what rows are usually like, of all and of each source, and how much batches differ.
 *
 * <p>From every other six hours of a source, since thresholds are found on values that are measured
 * on the same log: the other half shows there how far what was not learnt is from what was.
 */
final class DriftLearner implements Learner {
  private static final long HOURS = 6 * 3_600_000L;

  /** Batches without which nothing is learnt. */
  private static final int ENOUGH = 8;

  private final Batches batches = new Batches();

  @Override
  public void learn(Event event) {
    long source = Hashes.of(DriftClient.source(event));
    if ((Hashes.mix(source + Math.floorDiv(event.time(), HOURS)) & 1) == 1) {
      return;
    }
    long client = Hashes.of(event.client());
    for (int row = 0; row < event.rows().count(); row++) {
      batches.add(client, source, event.rows(), row);
    }
  }

  @Override
  public ObjectNode settings() {
    List<Batches.Batch> kept = batches.kept();
    if (kept.size() < ENOUGH) {
      return JsonNodeFactory.instance.objectNode();
    }
    Scale scale = new Scaling(kept).scale(batches.width(), batches.haveOutputs());
    List<float[]> all = new ArrayList<>();
    Map<Long, List<float[]>> bySource = new LinkedHashMap<>();
    for (Batches.Batch batch : kept) {
      float[] profile = new float[Profile.SIZE];
      for (int row = 0; row < batch.rows().count(); row++) {
        scale.add(batch.rows(), row, profile);
      }
      all.add(profile);
      bySource.computeIfAbsent(batch.source(), one -> new ArrayList<>()).add(profile);
    }
    bySource.values().removeIf(of -> of.size() < ENOUGH);
    float[] sum = sum(all);
    Unit between = Differences.of(List.of(all), sum);
    Unit within =
        bySource.isEmpty() ? between : Differences.of(List.copyOf(bySource.values()), sum);
    return new Usual(scale, sum, largest(bySource), between, within).json();
  }

  private static Map<Long, float[]> largest(Map<Long, List<float[]>> bySource) {
    Map<Long, float[]> largest = new LinkedHashMap<>();
    bySource.entrySet().stream()
        .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
        .limit(Usual.MOST_SOURCES)
        .forEach(one -> largest.put(one.getKey(), sum(one.getValue())));
    return largest;
  }

  private static float[] sum(List<float[]> profiles) {
    float[] sum = new float[Profile.SIZE];
    for (float[] profile : profiles) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += profile[i];
      }
    }
    return sum;
  }
}
