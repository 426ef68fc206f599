package dev.countersign.watch.evasion;

import dev.countersign.watch.event.Rows;
import dev.countersign.watch.sketch.Hashes;
import java.util.Arrays;

/**
 * Makes sketches of rows. The point is a count sketch (Charikar, Chen and Farach-Colton 2002):
 * linear, and it keeps Euclidean distances on average; which feature counts where and with which
 * sign follows from the salt. One thread at a time may use it.
 */
public final class Sketcher {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final float FARTHEST = 16;

  private final Scale scale;
  private byte[] bucket = new byte[0];
  private float[] sign = new float[0];
  private final long[] hashes = new long[Sketch.GROUPS];

  /** With a salt and weights. */
  public Sketcher(Scale scale) {
    this.scale = scale;
    know(scale.weight().length);
  }

  private void know(int width) {
    int known = bucket.length;
    if (width <= known) {
      return;
    }
    bucket = Arrays.copyOf(bucket, width);
    sign = Arrays.copyOf(sign, width);
    for (int i = known; i < width; i++) {
      long hash = Hashes.mix(scale.salt() + i * GOLDEN);
      // The first features each count for themselves, so that few features are kept exactly.
      bucket[i] = (byte) (i < Sketch.DIMENSIONS ? i : hash & (Sketch.DIMENSIONS - 1));
      sign[i] = hash < 0 ? -1 : 1;
    }
  }

  /** Sketches a row. */
  public void sketch(Rows rows, int row, Sketch into) {
    int width = rows.width();
    know(width);
    Arrays.fill(into.point, 0);
    into.marks = 0;
    into.moreMarks = 0;
    Arrays.fill(hashes, scale.salt());
    boolean weighted = scale.fits(width);
    for (int i = 0; i < width; i++) {
      // Minus zero is zero.
      float value = rows.feature(row, i) + 0f;
      int group = weighted ? scale.group()[i] : (int) ((long) i * Sketch.GROUPS / width);
      long hash = (hashes[group] ^ Float.floatToRawIntBits(value)) * GOLDEN;
      hashes[group] = hash ^ hash >>> 32;
      float at = weighted ? weighted(value, i) : value;
      if (Float.isFinite(at)) {
        into.point[bucket[i]] += sign[i] * at;
      }
    }
    mark(into);
  }

  private void mark(Sketch into) {
    for (int group = 0; group < Sketch.GROUPS; group++) {
      long mark = hashes[group] * GOLDEN >>> 56 << group * Byte.SIZE;
      if (group < Long.BYTES) {
        into.marks |= mark;
      } else {
        into.moreMarks |= mark;
      }
    }
  }

  private float weighted(float value, int feature) {
    float at = (value - scale.middle()[feature]) * scale.weight()[feature];
    return Math.max(-FARTHEST, Math.min(FARTHEST, at));
  }
}
