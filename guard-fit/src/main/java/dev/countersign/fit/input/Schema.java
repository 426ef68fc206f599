package dev.countersign.fit.input;

import dev.countersign.fit.input.data.Table;
import dev.countersign.guard.input.model.Column;
import dev.countersign.guard.input.model.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the columns of a table are, as far as the rows to fit on tell, and those rows in the gate's
 * raw form.
 *
 * @param columns of the gate, with the ranges of the rows
 * @param places of each column in the table
 * @param indexes of the texts of each column among its categories; -1 for one that only other rows
 *     have
 * @param spans what a range is widened by multiples of
 */
record Schema(List<Column> columns, int[] places, List<int[]> indexes, double[] spans) {
  /** So many categories have a number of their own. */
  private static final int MOST_OWN = 64;

  static Schema of(Table table, int[] features, int rows) {
    boolean sameUnits = Units.same(table, features, rows);
    Units.Spread all = Units.all(table, features, rows);
    List<Column> columns = new ArrayList<>();
    List<int[]> indexes = new ArrayList<>();
    double[] spans = new double[features.length];
    for (int i = 0; i < features.length; i++) {
      Table.Column column = table.columns().get(features[i]);
      Units.Spread spread = Units.of(table, features[i], rows);
      if (column.numeric()) {
        spans[i] = span(sameUnits ? all : spread);
        columns.add(
            sameUnits
                ? numeric(column.name(), all.around(spread.mean()), all.deviation())
                : numeric(column.name(), spread, 0));
        indexes.add(new int[0]);
      } else {
        int[] counts = counts(table, features[i], rows);
        List<Integer> order = order(counts);
        columns.add(categorical(column, counts, order, spread.missing() > 0));
        indexes.add(inverse(order, counts.length));
      }
    }
    return new Schema(columns, features, indexes, spans);
  }

  private static double span(Units.Spread spread) {
    double span = spread.most() - spread.least();
    return span > 0 ? span : Math.max(1, Math.abs(spread.most()));
  }

  private static Column numeric(String name, Units.Spread spread, double common) {
    double scale = common > 0 ? common : spread.deviation();
    return new Column.Numeric(
        name,
        spread.least(),
        spread.most(),
        spread.mean(),
        scale > 0 && Double.isFinite(scale) ? scale : Math.max(1, Math.abs(spread.mean())),
        spread.missing() > 0);
  }

  private static Column categorical(
      Table.Column column, int[] counts, List<Integer> order, boolean missing) {
    double all = Math.max(1, IntStream.of(counts).sum());
    if (order.isEmpty()) {
      return new Column.Categorical(column.name(), List.of(""), List.of(0.0), 1, 1, missing);
    }
    return new Column.Categorical(
        column.name(),
        order.stream().map(at -> column.texts().get(at)).toList(),
        order.stream().map(at -> counts[at] / all).toList(),
        Math.min(MOST_OWN, order.size()),
        1,
        missing);
  }

  private static int[] counts(Table table, int at, int rows) {
    int[] counts = new int[table.columns().get(at).texts().size()];
    for (double[] row : table.rows().subList(0, rows)) {
      if (!Double.isNaN(row[at])) {
        counts[(int) row[at]]++;
      }
    }
    return counts;
  }

  private static List<Integer> order(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(at -> counts[at] > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(at -> -counts[at]).thenComparingInt(at -> at))
        .toList();
  }

  private static int[] inverse(List<Integer> order, int length) {
    int[] inverse = new int[length];
    java.util.Arrays.fill(inverse, -1);
    for (int i = 0; i < order.size(); i++) {
      inverse[order.get(i)] = i;
    }
    return inverse;
  }

  /** A row of the table as the gate would get it. */
  double[] raw(double[] row) {
    double[] raw = new double[places.length];
    for (int i = 0; i < raw.length; i++) {
      double value = row[places[i]];
      if (Double.isNaN(value) || columns.get(i) instanceof Column.Numeric) {
        raw[i] = value;
      } else {
        int index = indexes.get(i)[(int) value];
        raw[i] = index < 0 ? Encoding.UNSEEN : index;
      }
    }
    return raw;
  }

  /** The columns with ranges that are wider by this many spans on both sides. */
  List<Column> widened(double margin) {
    List<Column> wider = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (columns.get(i) instanceof Column.Numeric number) {
        double by = margin * spans[i];
        wider.add(number.within(finite(number.lower() - by), finite(number.upper() + by)));
      } else {
        wider.add(columns.get(i));
      }
    }
    return wider;
  }

  private static double finite(double value) {
    return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }
}
