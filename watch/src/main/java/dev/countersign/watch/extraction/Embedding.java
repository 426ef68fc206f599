package dev.countersign.watch.extraction;

import dev.countersign.watch.space.Place;
import dev.countersign.watch.space.Waves;

/**
 * How far apart the latest rows of a client are from usual rows of the same decisions, and from its
 * own earlier ones, by the squared maximum mean discrepancy over random Fourier features (Gretton
 * et al. 2012).
 *
 * <p>Rows that lie close together raise that discrepancy without being anywhere unusual: somebody
 * who varies one field of one row. So what closeness adds is left out; only being elsewhere counts.
 */
final class Embedding {
  /** How many rows the latest mean reaches back. */
  static final int NEAR = 64;

  /** How many rows the mean of a client's past reaches back. */
  static final int FAR = 1024;

  private Embedding() {}

  static void take(ExtractionState state, Place place) {
    float near = 1f / Math.min(state.rows, NEAR);
    float far = 1f / Math.min(state.rows, FAR);
    for (int i = 0; i < Waves.COUNT; i++) {
      float wave = place.wave(i);
      state.near[i] += (wave - state.near[i]) * near;
      state.usual[i] += (place.usualWave(i) - state.usual[i]) * near;
      state.far[i] += (wave - state.far[i]) * far;
    }
  }

  /** From usual rows; 0 where they are alike, about 2 where they have nothing in common. */
  static float fromFleet(ExtractionState state) {
    return elsewhere(state.near, state.usual);
  }

  /** From the client's own past, likewise. */
  static float fromPast(ExtractionState state) {
    return elsewhere(state.near, state.far);
  }

  private static float elsewhere(float[] now, float[] reference) {
    float own = 0;
    float both = 0;
    float other = 0;
    for (int i = 0; i < now.length; i++) {
      own += now[i] * now[i];
      both += now[i] * reference[i];
      other += reference[i] * reference[i];
    }
    float size = Math.max(other, 1e-3f);
    return (other - 2 * both + Math.min(own, other)) / size;
  }
}
