package dev.countersign.watch.collusion;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Contribution;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.evasion.Cells;
import dev.countersign.watch.evasion.Scale;
import dev.countersign.watch.evasion.Sketch;
import dev.countersign.watch.evasion.Sketcher;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.IOException;

/**
 * Sees one account and contributes: fingerprints of each row that had several variants, and the
 * mean of each block of rows.
 */
final class AccountWatch implements ClientDetector<Account> {
  private static final float[] NO_NUMBERS = new float[0];
  private static final long[] NO_HASHES = new long[0];

  /** How near two rows have to be to be variants, in units of points. */
  private static final float NEAR = 512;

  /** Whoever varies no more groups of features than this asks what if. */
  private static final int WHAT_IF = 2;

  /** A row with so many variants is contributed. */
  private static final int VARIANTS = 2;

  /** No row counts further off the middle than this, in distances that are near. */
  private static final float FARTHEST = 8;

  private final Scale scale;
  private final Sketcher sketcher;
  private final Cells cells;
  private final Sketch sketch = new Sketch();
  private final short[] point = new short[Sketch.DIMENSIONS];

  AccountWatch(Scale scale) {
    this.scale = scale;
    this.sketcher = new Sketcher(scale);
    this.cells = new Cells(scale);
  }

  @Override
  public Account fresh() {
    return new Account();
  }

  @Override
  public Account read(DataInput in) throws IOException {
    return Account.read(in);
  }

  @Override
  public int maxStateBytes() {
    return Account.bytes();
  }

  /** What of a block was seen by the earlier host is lost. */
  @Override
  public Account merge(Account earlier, Account later) {
    return later.used() == 0 ? earlier : later;
  }

  @Override
  public void row(Account state, Event event, int row, Place place, Readings out) {
    if (!scale.fits(event.rows().width())) {
      return;
    }
    sketcher.sketch(event.rows(), row, sketch);
    sketch.quantise(scale.near() / NEAR, point);
    variants(state, event, out);
    mean(state, event, out);
  }

  private void variants(Account state, Event event, Readings out) {
    int nearest = -1;
    float distance = NEAR;
    for (int i = 0; i < state.used(); i++) {
      if (sketch.different(state.marks[i], state.moreMarks[i]) == 0) {
        return;
      }
      float way = Sketch.distance(state.points, i, point, 0);
      if (way < distance) {
        nearest = i;
        distance = way;
      }
    }
    if (nearest < 0) {
      state.put(point, sketch);
    } else if (state.variants[nearest] < VARIANTS && isVariant(state, nearest)) {
      state.variants[nearest]++;
      if (state.variants[nearest] == VARIANTS) {
        out.contribute(contribution(event, NO_NUMBERS, prints()));
      }
    }
  }

  private boolean isVariant(Account state, int base) {
    int different = sketch.different(state.marks[base], state.moreMarks[base]);
    return Integer.bitCount(different) > WHAT_IF;
  }

  /** The fingerprints of the row, and a hash that only the very same row has. */
  private long[] prints() {
    long[] prints = new long[Cells.PRINTS + 1];
    cells.prints(sketch, prints);
    prints[Cells.PRINTS] = sketch.hash();
    return prints;
  }

  private void mean(Account state, Event event, Readings out) {
    for (int i = 0; i < state.sum.length; i++) {
      float off = sketch.point(i) / scale.near();
      state.sum[i] += Math.max(-FARTHEST, Math.min(FARTHEST, off));
    }
    state.rows++;
    if (state.rows == Account.BLOCK) {
      float[] mean = new float[Sketch.DIMENSIONS];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = state.sum[i] / Account.BLOCK;
        state.sum[i] = 0;
      }
      state.rows = 0;
      out.contribute(contribution(event, mean, NO_HASHES));
    }
  }

  private static Contribution contribution(Event event, float[] numbers, long[] hashes) {
    return Contribution.at(event, Collusion.ID, numbers, hashes);
  }
}
