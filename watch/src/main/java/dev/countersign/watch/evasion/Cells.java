package dev.countersign.watch.evasion;

import dev.countersign.watch.sketch.Hashes;

/**
 * Fingerprints of rows that nearly equal rows share: sketches are cut into cells
 * (locality-sensitive hashing, Datar and others 2004), and each of {@value #PRINTS} salted hashes
 * is of three quarters of a sketch, so that a row with a little noise mostly shares one of them.
 * One thread at a time may use it.
 */
public final class Cells {
  /** How many fingerprints a row has. */
  public static final int PRINTS = 4;

  private static final int BAND = Sketch.DIMENSIONS / PRINTS;
  private static final float CELLS_PER_NEAR = 2;

  private final Scale scale;
  private final long[] bands = new long[PRINTS];

  /** With a salt, and cells half as wide as rows are near. */
  public Cells(Scale scale) {
    this.scale = scale;
  }

  /** The fingerprints of a row. */
  public void prints(Sketch sketch, long[] into) {
    for (int band = 0; band < PRINTS; band++) {
      long hash = scale.salt() + band;
      for (int i = band * BAND; i < (band + 1) * BAND; i++) {
        long cell = (long) Math.floor(sketch.point(i) * CELLS_PER_NEAR / scale.near());
        hash = Hashes.mix(hash ^ cell);
      }
      bands[band] = hash;
    }
    for (int without = 0; without < PRINTS; without++) {
      long hash = without;
      for (int band = 0; band < PRINTS; band++) {
        hash = band == without ? hash : Hashes.mix(hash + bands[band]);
      }
      into[without] = hash;
    }
  }
}
