package dev.countersign.watch.collusion;

import dev.countersign.watch.detector.Learner;
import dev.countersign.watch.evasion.Scale;
import dev.countersign.watch.evasion.ScaleLearner;
import dev.countersign.watch.evasion.Sketch;
import dev.countersign.watch.evasion.Sketcher;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learns in which directions clients usually are off the middle: those of the means of the first
 * blocks of each client.
 */
final class DirectionLearner implements Learner {
  private static final int MOST_CLIENTS = 512;
  private static final int BLOCKS = 4;

  /** Off is what is so many times as far off as half of all blocks. */
  private static final float FURTHER = 2;

  private final ScaleLearner scale = new ScaleLearner();
  private final Map<String, Blocks> clients = new LinkedHashMap<>();

  /** Sums of a client's rows, {@link Account#BLOCK} by {@link Account#BLOCK}. */
  private static final class Blocks {
    final List<float[]> sums = new ArrayList<>();
    int rows;
  }

  @Override
  public void learn(Event event) {
    scale.learn(event);
    Rows rows = event.rows();
    if (!clients.containsKey(event.client()) && clients.size() >= MOST_CLIENTS) {
      return;
    }
    Blocks blocks = clients.computeIfAbsent(event.client(), name -> new Blocks());
    for (int row = 0; row < rows.count(); row++) {
      add(blocks, rows, row);
    }
  }

  private static void add(Blocks blocks, Rows rows, int row) {
    int block = blocks.rows / Account.BLOCK;
    if (block >= BLOCKS) {
      return;
    }
    if (block == blocks.sums.size()) {
      blocks.sums.add(new float[rows.width()]);
    }
    float[] sums = blocks.sums.get(block);
    for (int i = 0; i < sums.length && sums.length == rows.width(); i++) {
      float value = rows.feature(row, i);
      sums[i] += Float.isFinite(value) ? value : 0;
    }
    blocks.rows++;
  }

  @Override
  public ObjectNode settings() {
    List<float[]> means = means(scale.scale());
    List<float[]> directions = new ArrayList<>();
    float[] lengths = new float[means.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Account.unit(means.get(i));
    }
    float[] sorted = lengths.clone();
    Arrays.sort(sorted);
    float off = sorted.length == 0 ? Float.MAX_VALUE : FURTHER * sorted[sorted.length / 2];
    for (int i = 0; i < lengths.length; i++) {
      float[] direction = means.get(i);
      boolean fresh = lengths[i] >= off && Directions.same(directions, direction) < 0;
      if (fresh && directions.size() < Directions.MOST) {
        directions.add(direction);
      }
    }
    return new Directions(off, directions).json();
  }

  /** The means of whole blocks, as points in distances that are near. */
  private List<float[]> means(Scale learnt) {
    List<float[]> means = new ArrayList<>();
    Sketcher sketcher = new Sketcher(learnt);
    Sketch sketch = new Sketch();
    for (Blocks blocks : clients.values()) {
      for (int i = 0; i < blocks.rows / Account.BLOCK; i++) {
        float[] mean = blocks.sums.get(i);
        if (learnt.fits(mean.length)) {
          for (int k = 0; k < mean.length; k++) {
            mean[k] /= Account.BLOCK;
          }
          sketcher.sketch(new Rows(1, mean, new float[0]), 0, sketch);
          means.add(point(sketch, learnt.near()));
        }
      }
    }
    return means;
  }

  private static float[] point(Sketch sketch, float near) {
    float[] point = new float[Sketch.DIMENSIONS];
    for (int i = 0; i < point.length; i++) {
      point[i] = sketch.point(i) / near;
    }
    return point;
  }
}
