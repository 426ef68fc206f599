package dev.countersign.fit.input;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.input.model.Calibration;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Combination;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Scratch;
import dev.countersign.guard.input.model.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which weights of the two distances, and how many components of neighbours, tell best what is new:
 * groups of the rows to fit on are held out in turn, both distances fitted on the others, and that
 * choice is taken that ranks rows of the group before other rows. Nothing but training data is
 * looked at.
 */
final class Weighing {
  /** Where the two are as good, both count. */
  private static final double[] WEIGHTS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95};

  private static final int[] WIDTHS = {Distances.COMPONENTS, 2 * Distances.COMPONENTS};
  private static final double USUAL = 0.5;
  private static final int MOST_GROUPS = 6;
  private static final int MOST_ROWS = 6_000;
  private static final int FEWEST_OF_A_GROUP = 30;

  private final Components components;
  private final int[] classes;
  private final List<Column> columns;
  private final FitOptions options;
  private final double[][] gains = new double[WIDTHS.length][WEIGHTS.length];
  private int held;

  private Weighing(Components components, int[] classes, List<Column> columns, FitOptions options) {
    this.components = components;
    this.classes = classes;
    this.columns = columns;
    this.options = options;
  }

  /**
   * What was chosen.
   *
   * @param width how many components neighbours are compared by
   * @param weight of the Mahalanobis distance
   */
  record Choice(int width, double weight) {}

  /**
   * Chooses.
   *
   * @param components of the rows to fit on
   * @param classes of these rows
   * @param count how many classes there are
   */
  static Choice of(
      Components components, int[] classes, int count, List<Column> columns, FitOptions options) {
    int rows = Math.min(MOST_ROWS, classes.length);
    Components some = components.only(IntStream.range(0, rows).toArray());
    Weighing weighing = new Weighing(some, Arrays.copyOf(classes, rows), columns, options);
    return weighing.best(Groups.of(some.rows(), weighing.classes, count, options.seed()));
  }

  private Choice best(Groups groups) {
    for (int group = 0; group < groups.count() && held < MOST_GROUPS; group++) {
      int size = groups.size(group);
      if (size >= FEWEST_OF_A_GROUP && size <= classes.length / 2) {
        hold(group, groups);
        held++;
      }
    }
    Choice best = new Choice(WIDTHS[1], USUAL);
    double most = 0;
    // Clusters are made by the large components: they say nothing of what the small ones are worth.
    for (int width = groups.areClasses() ? 0 : 1; width < WIDTHS.length; width++) {
      for (int weight = 0; weight < WEIGHTS.length; weight++) {
        if (gains[width][weight] > most) {
          most = gains[width][weight];
          best = new Choice(WIDTHS[width], WEIGHTS[weight]);
        }
      }
    }
    return best;
  }

  /** Four fifths of the rows outside of the group fit; the others are to be told from the group. */
  private void hold(int group, Groups groups) {
    List<Integer> fit = new ArrayList<>();
    List<Integer> inside = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    for (int row = 0; row < classes.length; row++) {
      if (groups.of()[row] == group) {
        outside.add(row);
      } else {
        (inside.size() * 5 <= fit.size() + inside.size() ? inside : fit).add(row);
      }
    }
    for (int width = 0; width < WIDTHS.length; width++) {
      InputModel model = model(ints(fit), WIDTHS[width]);
      double[][] in = distances(model, inside);
      double[][] out = distances(model, outside);
      Tail mahalanobis = Tail.of(in[0]);
      Tail neighbours = Tail.of(in[1]);
      for (int i = 0; i < WEIGHTS.length; i++) {
        Combination one = new Combination(mahalanobis, neighbours, WEIGHTS[i]);
        gains[width][i] += Ranking.auroc(scores(one, in), scores(one, out));
      }
    }
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private InputModel model(int[] rows, int width) {
    int[] present = Arrays.stream(rows).map(row -> classes[row]).distinct().sorted().toArray();
    int[] of = Arrays.stream(rows).map(row -> Arrays.binarySearch(present, classes[row])).toArray();
    Components some = components.only(rows);
    List<String> names = Arrays.stream(present).mapToObj(Integer::toString).toList();
    float[] steps = {0, 1, 2, 3, 4, 5};
    return new InputModel(
        new Encoding(columns, names),
        components.projection(),
        Distances.mahalanobis(some, of, present.length),
        Distances.neighbours(
            some, of, present.length, width, options.rows(components.projection().inputs())),
        new Combination(new Tail(steps), new Tail(steps), USUAL),
        new Calibration(new float[0], 0, options.falseRejects(), options.flags(), false));
  }

  private double[][] distances(InputModel model, List<Integer> rows) {
    Scratch scratch = model.scratch();
    double[][] distances = new double[2][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      model.distances(components.rows()[row], components.energies()[row], scratch, Deadline.none());
      distances[0][i] = scratch.mahalanobis();
      distances[1][i] = scratch.neighbours();
    }
    return distances;
  }

  private static double[] scores(Combination combination, double[][] distances) {
    return IntStream.range(0, distances[0].length)
        .mapToDouble(i -> combination.score(distances[0][i], distances[1][i]))
        .toArray();
  }
}
