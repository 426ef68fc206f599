package dev.countersign.watch.membership;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.evasion.Cells;
import dev.countersign.watch.evasion.Odds;
import dev.countersign.watch.evasion.Scale;
import dev.countersign.watch.evasion.Sketch;
import dev.countersign.watch.evasion.Sketcher;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.IOException;

/** Sees one client: which records it asks about, and how often each in another way. */
final class ProbeWatch implements ClientDetector<Probes> {
  private static final int VULNERABLE = 0;
  private static final int HARVEST = 1;
  private static final int SWEEP = 2;

  /** How near two rows have to be to be of one record, in units of points. */
  private static final float NEAR = 512;

  /** A record within so many times of that from another one may be the same that has moved. */
  private static final float MOVED = 1.7f;

  /** So many variants in one field alone are a sweep; one may be another record by chance. */
  private static final int SWEPT = 2;

  /** So many noisy rows of a record are a harvest; a repeated measurement is mostly of fewer. */
  private static final int HARVESTED = 4;

  private static final Odds ASKED_VULNERABLE = Odds.of(0.002, 0.05);
  private static final Odds HARVESTED_RECORD = Odds.of(0.002, 0.03);
  private static final Odds SAME_FIELD = Odds.of(0.3, 0.9);

  /** Less of each sum is nothing, even where no benign client ever showed any of it. */
  private static final float[] LEAST = {9, 10, 9};

  private final Scale scale;
  private final Vulnerable vulnerable;
  private final Sketcher sketcher;
  private final Cells cells;
  private final Sketch sketch = new Sketch();
  private final long[] prints = new long[Cells.PRINTS];
  private final short[] point = new short[Sketch.DIMENSIONS];

  ProbeWatch(Scale scale, Vulnerable vulnerable) {
    this.scale = scale;
    this.vulnerable = vulnerable;
    this.sketcher = new Sketcher(scale);
    this.cells = new Cells(scale);
  }

  @Override
  public Probes fresh() {
    return new Probes();
  }

  @Override
  public Probes read(DataInput in) throws IOException {
    return Probes.read(in);
  }

  @Override
  public int maxStateBytes() {
    return Probes.bytes();
  }

  @Override
  public Probes merge(Probes earlier, Probes later) {
    return Probes.merged(earlier, later);
  }

  @Override
  public void row(Probes state, Event event, int row, Place place, Readings out) {
    if (!scale.fits(event.rows().width())) {
      return;
    }
    sketcher.sketch(event.rows(), row, sketch);
    sketch.quantise(scale.near() / NEAR, point);
    if (sketch.different(state.lastMarks, state.lastMoreMarks) != 0) {
      state.lastMarks = sketch.marks();
      state.lastMoreMarks = sketch.moreMarks();
      vulnerable(state);
      record(state);
    }
    say(state, out);
  }

  private void vulnerable(Probes state) {
    if (!vulnerable.isEmpty()) {
      cells.prints(sketch, prints);
      boolean hit = vulnerable.hasAny(prints);
      state.sums[VULNERABLE] = ASKED_VULNERABLE.add(state.sums[VULNERABLE], hit);
    }
  }

  private void say(Probes state, Readings out) {
    for (int i = vulnerable.isEmpty() ? HARVEST : VULNERABLE; i <= SWEEP; i++) {
      out.reading(i, state.sums[i] < LEAST[i] ? 0 : Math.log(state.sums[i]) / Math.log(2));
    }
  }

  private void record(Probes state) {
    int nearest = -1;
    float distance = Float.POSITIVE_INFINITY;
    for (int i = 0; i < state.used(); i++) {
      int varied = sketch.different(state.marks[i], state.moreMarks[i]);
      if (varied == 0) {
        return;
      }
      if (Integer.bitCount(varied) == 1) {
        swept(state, i, varied);
        return;
      }
      float way = state.distance(i, point);
      if (way < distance) {
        nearest = i;
        distance = way;
      }
    }
    if (distance < NEAR) {
      noisy(state, nearest);
    } else {
      int place = state.place();
      if (state.isFull()) {
        closed(state, place);
      }
      state.put(point, sketch, distance < NEAR * MOVED);
    }
  }

  /** Counts each record once: when its first field that was varied is varied again. */
  private static void swept(Probes state, int record, int varied) {
    state.again[record] = true;
    if (state.swept[record] == 0) {
      state.swept[record] = (short) varied;
    }
    if (state.swept[record] == (short) varied) {
      state.sweeps[record] = (byte) Math.min(Byte.MAX_VALUE, state.sweeps[record] + 1);
      if (state.sweeps[record] == SWEPT) {
        boolean same = state.lastSwept == (short) varied;
        state.sums[SWEEP] = SAME_FIELD.add(state.sums[SWEEP], same);
        state.lastSwept = (short) varied;
      }
    }
  }

  private static void noisy(Probes state, int record) {
    state.again[record] = true;
    state.noisy[record] = (byte) Math.min(Byte.MAX_VALUE, state.noisy[record] + 1);
    if (state.noisy[record] == HARVESTED && !state.moved[record]) {
      state.sums[HARVEST] = HARVESTED_RECORD.add(state.sums[HARVEST], true);
    }
  }

  private static void closed(Probes state, int record) {
    if (state.noisy[record] < HARVESTED && !state.moved[record]) {
      state.sums[HARVEST] = HARVESTED_RECORD.add(state.sums[HARVEST], false);
    }
  }
}
