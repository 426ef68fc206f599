package dev.countersign.runner.calibrate;

import dev.countersign.watch.event.Rows;
import dev.countersign.watch.space.Discriminator;
import dev.countersign.watch.space.FeatureSpace;
import dev.countersign.watch.space.Geometry;
import dev.countersign.watch.space.Grain;
import dev.countersign.watch.space.Place;
import dev.countersign.watch.space.Surprise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Learns from rows what is usual of them. */
final class SpaceFit {
  /** Fewer rows do not say how rare something is. */
  private static final int LEAST_ROWS = 100;

  private final List<RowSample.Row> rows;
  private final int width;

  SpaceFit(RowSample sample) {
    this.rows = sample.rows();
    this.width = sample.width();
  }

  FeatureSpace space() {
    FeatureSpace plain = plain();
    List<Grain> grains = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      grains.add(GrainFit.of(column(i)));
    }
    float[][] bent = bent(plain);
    List<RowSample.Row> shown = new ArrayList<>();
    List<RowSample.Row> heldOut = new ArrayList<>();
    divide(new HoldOut(bent), shown, heldOut);
    Optional<Discriminator> discriminator = discriminator(plain, grains, shown, heldOut);
    Geometry geometry =
        new HeadFit(plain, ProjectionFit.of(bent), grains, discriminator, rows).geometry();
    return plain.with(geometry.with(surprises(plain.with(geometry), heldOut)));
  }

  /** Too few are not divided. */
  private void divide(HoldOut by, List<RowSample.Row> shown, List<RowSample.Row> heldOut) {
    for (int i = 0; i < rows.size(); i++) {
      (by.isHeld(i) ? heldOut : shown).add(rows.get(i));
    }
    if (Math.min(shown.size(), heldOut.size()) < LEAST_ROWS) {
      shown.clear();
      shown.addAll(rows);
      heldOut.clear();
      heldOut.addAll(rows);
    }
  }

  private Optional<Discriminator> discriminator(
      FeatureSpace plain,
      List<Grain> grains,
      List<RowSample.Row> shown,
      List<RowSample.Row> heldOut) {
    if (width > Discriminator.MOST_FEATURES) {
      return Optional.empty();
    }
    MadeUp others = new MadeUp(features(heldOut), grains);
    return Optional.of(
        new DiscriminatorFit(plain, new MadeUp(features(shown), grains), others).fitted());
  }

  private static float[][] features(List<RowSample.Row> rows) {
    return rows.stream().map(RowSample.Row::features).toArray(float[][]::new);
  }

  private FeatureSpace plain() {
    float[] middle = new float[width];
    float[] spread = new float[width];
    for (int i = 0; i < width; i++) {
      float[] column = column(i);
      middle[i] = column.length == 0 ? 0 : column[column.length / 2];
      spread[i] = spread(column, middle[i]);
    }
    return new FeatureSpace(middle, spread);
  }

  private float[] column(int feature) {
    float[] all = new float[rows.size()];
    int count = 0;
    for (RowSample.Row row : rows) {
      if (Float.isFinite(row.features()[feature])) {
        all[count++] = row.features()[feature];
      }
    }
    float[] present = Arrays.copyOf(all, count);
    Arrays.sort(present);
    return present;
  }

  /**
   * The median distance from the middle, as a normal deviation; of features that mostly have one
   * value the deviation; of those that always have it that value, or 1.
   */
  private static float spread(float[] sorted, float middle) {
    float[] off = new float[sorted.length];
    double squares = 0;
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(sorted[i] - middle);
      squares += (double) off[i] * off[i];
    }
    Arrays.sort(off);
    float median = off.length == 0 ? 0 : 1.4826f * off[off.length / 2];
    float deviation = off.length == 0 ? 0 : (float) Math.sqrt(squares / off.length);
    if (median > 0.05f * deviation) {
      return median;
    }
    return deviation > 0 ? deviation : middle == 0 ? 1 : Math.abs(middle);
  }

  private float[][] bent(FeatureSpace plain) {
    float[][] all = new float[rows.size()][];
    Place place = plain.newPlace();
    for (int i = 0; i < all.length; i++) {
      plain.place(one(rows.get(i)), 0, place);
      all[i] = place.bent();
    }
    return all;
  }

  static Rows one(RowSample.Row row) {
    return new Rows(1, row.features(), row.outputs());
  }

  private List<Surprise> surprises(FeatureSpace space, List<RowSample.Row> heldOut) {
    float[][] measures = new float[Geometry.MEASURES][rows.size()];
    float[] doubts = new float[rows.size()];
    Place place = space.newPlace();
    for (int i = 0; i < rows.size(); i++) {
      space.place(one(rows.get(i)), 0, place);
      for (int j = 0; j < measures.length; j++) {
        measures[j][i] = place.measure(j);
      }
      doubts[i] = -place.margin();
    }
    List<Surprise> surprises = new ArrayList<>();
    for (float[] one : measures) {
      surprises.add(Surprise.of(sorted(one)));
    }
    float[] loudest = new float[rows.size()];
    for (int i = 0; i < loudest.length; i++) {
      for (int j = 0; j < measures.length; j++) {
        loudest[i] = Math.max(loudest[i], surprises.get(j).decades(measures[j][i]));
      }
    }
    surprises.add(Surprise.of(sorted(loudest)));
    surprises.add(Surprise.of(sorted(doubts)));
    surprises.add(Surprise.of(suspicions(space, heldOut)));
    return surprises;
  }

  private static float[] suspicions(FeatureSpace space, List<RowSample.Row> heldOut) {
    float[] suspicions = new float[heldOut.size()];
    Place place = space.newPlace();
    for (int i = 0; i < suspicions.length; i++) {
      space.place(one(heldOut.get(i)), 0, place);
      suspicions[i] = place.suspicion();
    }
    return sorted(suspicions);
  }

  private static float[] sorted(float[] numbers) {
    float[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
