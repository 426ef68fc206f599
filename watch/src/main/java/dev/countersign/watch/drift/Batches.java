package dev.countersign.watch.drift;

import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Batches of 64 rows of one client and source: a uniform sample of all in a log (reservoir, Vitter
 * 1985), of at most 16 MiB of numbers.
 */
final class Batches {
  private static final int MOST_NUMBERS = 1 << 22;
  private static final int MOST_BATCHES = 2048;
  private static final int LEAST_BATCHES = 16;
  private static final int MOST_OPEN = 256;

  private final Random random = new Random(1);
  private final List<Batch> kept = new ArrayList<>();
  private final Map<Long, Open> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Open> eldest) {
          return size() > MOST_OPEN;
        }
      };
  private long seen;
  private int width = -1;
  private int outputWidth = -1;

  /**
   * Rows that came together.
   *
   * @param source the hash of its name
   * @param rows 64 of them
   */
  record Batch(long source, Rows rows) {}

  private static final class Open {
    private final float[] features;
    private final float[] outputs;
    private int count;

    Open(int width, int outputWidth) {
      features = new float[width * DriftClient.BATCH];
      outputs = new float[outputWidth * DriftClient.BATCH];
    }
  }

  /** Adds a row. Rows of another shape than the first one are left out. */
  void add(long client, long source, Rows rows, int row) {
    if (width < 0) {
      width = Math.min(Scale.MOST_FEATURES, rows.width());
      outputWidth = rows.outputWidth();
    }
    if (width != Math.min(Scale.MOST_FEATURES, rows.width()) || outputWidth != rows.outputWidth()) {
      return;
    }
    long key = 31 * client + source;
    Open batch = open.computeIfAbsent(key, one -> new Open(width, outputWidth));
    for (int i = 0; i < width; i++) {
      batch.features[batch.count * width + i] = rows.feature(row, i);
    }
    for (int i = 0; i < outputWidth; i++) {
      batch.outputs[batch.count * outputWidth + i] = rows.output(row, i);
    }
    if (++batch.count == DriftClient.BATCH) {
      open.remove(key);
      keep(new Batch(source, new Rows(batch.count, batch.features, batch.outputs)));
    }
  }

  private void keep(Batch batch) {
    int numbers = DriftClient.BATCH * Math.max(1, width + outputWidth);
    int most = Math.max(LEAST_BATCHES, Math.min(MOST_BATCHES, MOST_NUMBERS / numbers));
    seen++;
    if (kept.size() < most) {
      kept.add(batch);
      return;
    }
    long at = random.nextLong(seen);
    if (at < most) {
      kept.set((int) at, batch);
    }
  }

  /** The sample. */
  List<Batch> kept() {
    return kept;
  }

  /** How many features of a row are looked at. */
  int width() {
    return Math.max(0, width);
  }

  /** Whether rows have outputs. */
  boolean haveOutputs() {
    return outputWidth > 0;
  }
}
