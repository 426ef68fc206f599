package dev.countersign.benchmarks.fleet.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A table of text cells as feature vectors.
 *
 * @param space its columns
 * @param rows its rows
 */
record CodedTable(FeatureSpace space, Rows rows) {
  /** Codes the cells; the label is told by the whole row of cells. */
  static CodedTable of(List<Column> columns, List<String[]> cells, ToIntFunction<String[]> label) {
    List<Field> fields = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() != Column.Kind.IGNORED) {
        Coding coding = Coding.of(columns.get(i), i, cells);
        fields = FeatureSpace.and(fields, columns.get(i).name(), coding.width());
        codings.add(coding);
      }
    }
    FeatureSpace space = new FeatureSpace(fields, 0);
    List<double[]> vectors = new ArrayList<>();
    for (String[] row : cells) {
      double[] vector = new double[space.width()];
      for (int f = 0; f < fields.size(); f++) {
        codings.get(f).write(row, fields.get(f), vector);
      }
      vectors.add(vector);
    }
    return new CodedTable(space, new Rows(vectors, cells.stream().map(label::applyAsInt).toList()));
  }

  /** How one column is coded: by the range of its numbers, or by its values. */
  private record Coding(Column column, int at, double least, double range, List<String> values) {
    static Coding of(Column column, int at, List<String[]> cells) {
      if (column.kind() == Column.Kind.CATEGORY) {
        List<String> values = cells.stream().map(row -> row[at]).distinct().sorted().toList();
        return new Coding(column, at, 0, 1, values);
      }
      var range = cells.stream().mapToDouble(row -> column.raw(row[at])).summaryStatistics();
      return new Coding(column, at, range.getMin(), range.getMax() - range.getMin(), List.of());
    }

    int width() {
      return Math.max(1, values.size());
    }

    void write(String[] row, Field field, double[] vector) {
      if (values.isEmpty()) {
        vector[field.from()] = (column.raw(row[at]) - least) / range;
      } else {
        field.set(vector, values.indexOf(row[at]));
      }
    }
  }
}
