package dev.countersign.fit.input;

import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.UnreadableData;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.input.model.Calibration;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Combination;
import dev.countersign.guard.input.model.Encoding;
import dev.countersign.guard.input.model.InputModel;
import dev.countersign.guard.input.model.Mahalanobis;
import dev.countersign.guard.input.model.Neighbours;
import dev.countersign.guard.input.model.Scratch;
import dev.countersign.guard.input.model.Tail;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits an input gate: schema, projection and distances on one part of the rows, their combination
 * on another, p-values on a third; and says what the rest of the rows would get.
 */
public final class InputFit {
  private static final double[] MARGINS = {0.1, 0.25, 0.5, 1, 2, 5, 1e300};

  private final Table table;
  private final FitOptions options;
  private final Split split;
  private final Classes classes;

  private InputFit(Table table, FitOptions options) throws UnreadableData {
    this.table = table;
    this.options = options;
    this.split = Split.of(table.rows().size(), options.falseRejects());
    this.classes = Classes.of(table, options, split.fit());
  }

  /**
   * Fits.
   *
   * @param table the training data, in random order
   * @throws UnreadableData if nothing can be fitted on it
   */
  public static FittedInput of(Table table, FitOptions options) throws UnreadableData {
    return new InputFit(table, options).fitted();
  }

  private FittedInput fitted() throws UnreadableData {
    int[] features =
        IntStream.range(0, table.columns().size()).filter(at -> !classes.isTarget(at)).toArray();
    if (features.length == 0) {
      throw new UnreadableData("there are no columns left to fit on.");
    }
    Schema schema = Schema.of(table, features, split.fit());
    Samples all = samples(schema);
    Samples fit = all.part(0, split.fit());
    Samples tune = all.part(split.fit(), split.fit() + split.tune());
    Samples calibration = all.part(split.fit() + split.tune(), split.rows() - split.heldOut());
    Samples heldOut = all.part(split.rows() - split.heldOut(), split.rows());
    InputModel tuned = tuned(schema, fit, tune);
    InputModel model = tuned.with(calibrated(tuned, calibration));
    return new FittedInput(
        model, split, classes, HeldOut.of(model, heldOut, classes.byPrediction()), options);
  }

  private Samples samples(Schema schema) {
    double[][] raw = table.rows().stream().map(schema::raw).toArray(double[][]::new);
    int[] of = table.rows().stream().mapToInt(classes::of).toArray();
    return new Samples(raw, of);
  }

  private InputModel tuned(Schema schema, Samples fit, Samples tune) {
    Encoding encoding = new Encoding(ranges(schema, tune), classes.names());
    Components components = Components.of(encoding, fit);
    int[] known = known(fit, components.rows().length);
    Components classified = components.only(known);
    int[] of = Arrays.stream(known).map(row -> fit.classes()[row]).toArray();
    int count = classes.names().size();
    Mahalanobis mahalanobis = Distances.mahalanobis(classified, of, count);
    Weighing.Choice choice = Weighing.of(classified, of, count, encoding.columns(), options);
    Neighbours neighbours =
        Distances.neighbours(classified, of, count, choice.width(), options.rows(encoding.width()));
    InputModel raw = uncombined(encoding, components, mahalanobis, neighbours);
    return raw.with(Combining.of(raw, tune, choice.weight()));
  }

  /** Rows of classes that are too rare to be one teach nothing about classes. */
  private static int[] known(Samples fit, int most) {
    return IntStream.range(0, most).filter(row -> fit.classes()[row] >= 0).toArray();
  }

  private InputModel uncombined(
      Encoding encoding, Components components, Mahalanobis mahalanobis, Neighbours neighbours) {
    float[] steps = {0, 1, 2, 3, 4, 5};
    Combination first = new Combination(new Tail(steps), new Tail(steps), 0.5);
    Calibration none =
        new Calibration(
            new float[0], 0, options.falseRejects(), options.flags(), classes.byPrediction());
    return new InputModel(encoding, components.projection(), mahalanobis, neighbours, first, none);
  }

  /** The narrowest ranges that hardly any row violates which did not make them. */
  private List<Column> ranges(Schema schema, Samples tune) {
    for (double margin : MARGINS) {
      List<Column> columns = schema.widened(margin);
      Encoding encoding = new Encoding(columns, classes.names());
      long outside = Arrays.stream(tune.raw()).filter(row -> numberOutside(encoding, row)).count();
      if (outside <= options.falseRejects() * tune.size() / 10) {
        return columns;
      }
    }
    return schema.widened(MARGINS[MARGINS.length - 1]);
  }

  private static boolean numberOutside(Encoding encoding, double[] row) {
    for (int at = encoding.violation(row, 0); at >= 0; at = encoding.violation(row, at + 1)) {
      if (encoding.isNumeric(at) && !Double.isNaN(row[at])) {
        return true;
      }
    }
    return false;
  }

  private Calibration calibrated(InputModel model, Samples calibration) {
    Scratch scratch = model.scratch();
    float[] scores = new float[calibration.size()];
    int count = 0;
    for (int i = 0; i < calibration.size(); i++) {
      int predicted = classes.byPrediction() ? calibration.classes()[i] : -1;
      double score =
          classes.byPrediction() && predicted < 0
              ? Double.POSITIVE_INFINITY
              : model.score(calibration.raw()[i], predicted, scratch, Deadline.none());
      if (Double.isFinite(score)) {
        scores[count++] = (float) score;
      }
    }
    float[] sorted = Arrays.copyOf(scores, count);
    Arrays.sort(sorted);
    return new Calibration(
        sorted,
        calibration.size() - count,
        options.falseRejects(),
        options.flags(),
        classes.byPrediction());
  }
}
