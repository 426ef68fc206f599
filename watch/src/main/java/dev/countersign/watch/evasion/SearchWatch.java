package dev.countersign.watch.evasion;

import dev.countersign.watch.detector.ClientDetector;
import dev.countersign.watch.detector.Readings;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.Place;
import java.io.DataInput;
import java.io.IOException;

/** Sees one client: whether its rows gather around others, and how. */
final class SearchWatch implements ClientDetector<Traces> {
  /** Places of the sums, and of their statistics. */
  static final int BISECTION = 0;

  static final int BOUNDARY = 1;
  static final int PATCHES = 2;
  static final int MIRRORED = 3;
  static final int CLUSTER = 4;

  /** Whoever varies no more groups of features than this varies a part. */
  private static final int PART = 2;

  private static final int MOST_FLIPS = 8;

  /** Less of each sum is nothing, even where no benign client ever showed any of it. */
  private static final float[] LEAST = {12, 25, 8, 15};

  /** Whether a sum says something where nobody knows how far apart rows usually are. */
  private static final boolean[] NEEDS_NOTHING_LEARNT = {true, false, false, true};

  /** So many patterns of a record count nowhere: whoever varies two of its fields has as many. */
  private static final int FREE_PATTERNS = 3;

  /** What each row takes away from what speaks for patches, so that rare ones do not add up. */
  private static final float FADING = 0.03f;

  private static final Odds BISECTED = Odds.of(0.001, 0.12);
  private static final Odds NEW_PATTERN = Odds.of(0.15, 0.6);
  private static final Odds MIRROR = Odds.of(0.02, 0.45);

  private final Scale scale;
  private final boolean learnt;
  private final Odds flips;
  private final Sketcher sketcher;
  private final boolean placed;
  private final Sketch sketch = new Sketch();
  private final Kinship kinship = new Kinship();

  /**
   * With what was learnt.
   *
   * @param placed whether rows are placed by the host; where they are not, they are taken as they
   *     stand in the event
   */
  SearchWatch(Scale scale, boolean placed) {
    this.scale = scale;
    this.flips = Odds.of(scale.flips(), Math.max(0.4, scale.flips() + 0.1));
    this.learnt = scale.near() > 0;
    this.sketcher = new Sketcher(scale);
    this.placed = placed;
  }

  @Override
  public Traces fresh() {
    return new Traces();
  }

  @Override
  public Traces read(DataInput in) throws IOException {
    return Traces.read(in);
  }

  @Override
  public int maxStateBytes() {
    return Traces.bytes();
  }

  @Override
  public Traces merge(Traces earlier, Traces later) {
    return Traces.merged(earlier, later);
  }

  @Override
  public void event(Traces state, Event event, Readings out) {
    for (int row = 0; !placed && row < event.rows().count(); row++) {
      take(state, event.rows(), row, out);
    }
  }

  @Override
  public void row(Traces state, Event event, int row, Place place, Readings out) {
    take(state, event.rows(), row, out);
  }

  private void take(Traces state, Rows rows, int row, Readings out) {
    sketcher.sketch(rows, row, sketch);
    if (state.unit == 0) {
      state.unit = unit(rows.width());
    }
    kinship.compare(state, sketch);
    boolean variant = Integer.bitCount(kinship.varied) <= scale.alike();
    boolean related = variant || kinship.isNear();
    if (kinship.repeated || (related && state.lately.put(sketch.hash()))) {
      return;
    }
    int label = rows.label(row);
    state.sums[PATCHES] = Math.max(0, state.sums[PATCHES] - FADING);
    boolean halved = kinship.isHalved(state);
    if (halved || related) {
      state.sums[BISECTION] = BISECTED.add(state.sums[BISECTION], halved);
    }
    if (related) {
      related(state, label, variant);
    } else if (halved) {
      halved(state, label);
    } else {
      state.put(state.nextLoner(), kinship.point, sketch, label, -1);
    }
    say(state, out);
  }

  /** Where nothing was learnt, points are measured by the client's first row. */
  private float unit(int width) {
    if (scale.fits(width)) {
      return scale.near() / Kinship.NEAR;
    }
    float most = 1e-6f;
    for (float number : sketch.point) {
      most = Math.max(most, Math.abs(number));
    }
    return Math.min(most, Float.MAX_VALUE / Short.MAX_VALUE) / (4 * Kinship.NEAR);
  }

  /** Both ends are kept from the rows of others, since the next half is at one of them. */
  private void halved(Traces state, int label) {
    state.keep(kinship.second, kinship.nearest);
    state.keep(kinship.nearest, -1);
    state.put(state.nextKin(), kinship.point, sketch, label, -1);
  }

  /** A variant of another row stays with its base point; any other goes with the nearest. */
  private void related(Traces state, int label, boolean variant) {
    int relative = variant ? kinship.likest : kinship.nearest;
    int known = variant ? state.bases[relative] : kinship.base;
    boolean many = kinship.isNear() && kinship.isMuchVaried();
    boolean flipped = (byte) label != state.labels[kinship.nearest];
    int slot = base(state, known, relative);
    int base = slot - Traces.BASES;
    if (many) {
      flipped(state, base, flipped);
      if (kinship.isNearLast(state)) {
        state.sums[MIRRORED] = MIRROR.add(state.sums[MIRRORED], kinship.mirrors(state));
      }
      state.sizes[base] = (short) Math.min(Short.MAX_VALUE, state.sizes[base] + 1);
    }
    patches(state, base);
    state.put(state.nextKin(), kinship.point, sketch, label, slot);
  }

  /**
   * Another verdict than the nearest row has. Around one base point only the first flips count: a
   * sensor that rests on a boundary flips as often as it measures, and a search comes to one
   * boundary after the other.
   */
  private void flipped(Traces state, int base, boolean flipped) {
    if (state.flips[base] < MOST_FLIPS) {
      state.flips[base] += (byte) (flipped ? 1 : 0);
      state.sums[BOUNDARY] = flips.add(state.sums[BOUNDARY], flipped);
    }
  }

  /** The base point around which a row gathers: its relative where there was none. */
  private static int base(Traces state, int known, int relative) {
    int base = known;
    if (base < 0) {
      base = state.nextBase();
      state.move(relative, base);
    }
    state.touch(base);
    return base;
  }

  /** Another part of the row varied than lately around this base point. */
  private void patches(Traces state, int base) {
    if (Integer.bitCount(kinship.varied) > Math.max(PART, scale.alike())) {
      return;
    }
    long lately = state.patterns[base];
    boolean fresh = true;
    for (int shift = 0; shift < Long.SIZE; shift += Sketch.GROUPS) {
      fresh &= (lately >>> shift & 0xFFFF) != kinship.varied;
    }
    if (lately >>> (FREE_PATTERNS - 1) * Sketch.GROUPS != 0) {
      state.sums[PATCHES] = NEW_PATTERN.add(state.sums[PATCHES], fresh);
    }
    if (fresh) {
      state.patterns[base] = lately << Sketch.GROUPS | kinship.varied;
    }
  }

  private void say(Traces state, Readings out) {
    for (int i = 0; i < Traces.SUMS; i++) {
      if (learnt || NEEDS_NOTHING_LEARNT[i]) {
        out.reading(i, state.sums[i] < LEAST[i] ? 0 : state.sums[i]);
      }
    }
    if (learnt) {
      int most = 1;
      for (short size : state.sizes) {
        most = Math.max(most, size);
      }
      out.reading(CLUSTER, Math.log(most) / Math.log(2));
    }
  }
}
