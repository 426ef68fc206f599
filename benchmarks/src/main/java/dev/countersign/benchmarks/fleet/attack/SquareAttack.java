package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Field;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The Square attack by probabilities, in the largest difference (Andriushchenko and others 2020,
 * algorithms 1 and 2): begins with stripes, then sets a random square to plus or minus epsilon and
 * keeps it if the margin falls. Squares become smaller by the paper's schedule, scaled to the
 * questions there are. Where rows are no images, a square is a run of fields; a category in it
 * takes a random value, and then all others have the record's, so that never more than one differs.
 * Ends with the first row of another class.
 */
final class SquareAttack extends Evasion {
  private static final double FIRST_SHARE = 0.3;
  private static final int SCHEDULE = 10_000;
  private static final int[] HALVED = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};

  private final int perRecord;
  private final double epsilon;

  SquareAttack(int perRecord, double epsilon) {
    super(perRecord);
    this.perRecord = perRecord;
    this.epsilon = epsilon;
  }

  @Override
  public String name() {
    return "square";
  }

  @Override
  void search(Target target, Knowledge knowledge, RandomGenerator random) {
    FeatureSpace space = knowledge.space();
    double[] reach = knowledge.units();
    Arrays.setAll(reach, i -> epsilon * reach[i]);
    double[] best = space.valid(stripes(target.record(), reach, space, random));
    double[] answer = target.probabilities(best);
    double margin = target.margin(answer);
    for (int i = 1; !target.flips(best, answer); i++) {
      double[] row = best.clone();
      if (space.image()) {
        square(row, target.record(), reach, share(i), space.side(), random);
      } else {
        run(row, target.record(), reach, share(i), space, random);
      }
      double[] asked = space.valid(row);
      double[] said = target.probabilities(asked);
      if (target.margin(said) < margin) {
        best = asked;
        answer = said;
        margin = target.margin(said);
      }
    }
  }

  private double share(int iteration) {
    long scaled = (long) iteration * SCHEDULE / perRecord;
    double share = FIRST_SHARE;
    for (int at : HALVED) {
      share = scaled > at ? share / 2 : share;
    }
    return share;
  }

  private static double[] stripes(
      double[] record, double[] reach, FeatureSpace space, RandomGenerator random) {
    double[] row = record.clone();
    boolean[] up = new boolean[row.length];
    for (int i = 0; i < up.length; i++) {
      up[i] = random.nextBoolean();
    }
    for (Field field : space.numbers()) {
      int at = field.from();
      row[at] += up[space.image() ? at % space.side() : at] ? reach[at] : -reach[at];
    }
    return row;
  }

  private static void square(
      double[] row,
      double[] record,
      double[] reach,
      double share,
      int side,
      RandomGenerator random) {
    int size = Math.clamp(Math.round(Math.sqrt(share) * side), 1, side - 1);
    int top = random.nextInt(side - size + 1);
    int left = random.nextInt(side - size + 1);
    int by = random.nextBoolean() ? 1 : -1;
    for (int y = top; y < top + size; y++) {
      for (int at = y * side + left; at < y * side + left + size; at++) {
        row[at] = record[at] + by * reach[at];
      }
    }
  }

  private static void run(
      double[] row,
      double[] record,
      double[] reach,
      double share,
      FeatureSpace space,
      RandomGenerator random) {
    List<Field> fields = space.fields();
    int size = Math.clamp(Math.round(share * fields.size()), 1, fields.size());
    int first = random.nextInt(fields.size() - size + 1);
    for (Field field : fields.subList(first, first + size)) {
      int at = field.from();
      if (field.number()) {
        row[at] = record[at] + (random.nextBoolean() ? reach[at] : -reach[at]);
      } else {
        space.categories().forEach(category -> category.copy(record, row));
        field.set(row, random.nextInt(field.width()));
      }
    }
  }
}
