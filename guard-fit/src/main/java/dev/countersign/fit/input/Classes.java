package dev.countersign.fit.input;

import dev.countersign.fit.input.data.Table;
import dev.countersign.fit.input.data.UnreadableData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of the rows: what the label says or, better, the model.
 *
 * @param names of the classes that are known; one without a name where there are none
 * @param column of the table that says them, or -1
 * @param targets columns that are no features
 * @param indexes the class of each text of the column; -1 for one that is too rare
 * @param byPrediction whether it is what the model says
 * @param note what whoever fits should know of it
 */
public record Classes(
    List<String> names,
    int column,
    List<Integer> targets,
    Map<Integer, Integer> indexes,
    boolean byPrediction,
    Optional<String> note) {
  /** More different values are no classes but amounts. */
  private static final int MOST = 200;

  /** A class of fewer rows has no centre that says anything. */
  private static final int FEWEST_ROWS = 5;

  static Classes of(Table table, FitOptions options, int rows) throws UnreadableData {
    List<Integer> targets = new ArrayList<>();
    for (Optional<String> name : List.of(options.label(), options.prediction())) {
      if (name.isPresent()) {
        targets.add(table.place(name.get()));
      }
    }
    Optional<String> by = options.prediction().or(options::label);
    if (by.isEmpty()) {
      return none(targets, Optional.empty());
    }
    int column = table.place(by.get());
    List<String> texts = table.columns().get(column).texts();
    if (texts.size() > MOST && options.prediction().isEmpty()) {
      return none(
          targets,
          Optional.of(
              "'%s' has %,d different values: an amount, and no classes. The gate looks at the features alone."
                  .formatted(by.get(), texts.size())));
    }
    return known(table, column, targets, rows, options.prediction().isPresent());
  }

  private static Classes none(List<Integer> targets, Optional<String> note) {
    return new Classes(List.of(""), -1, targets, Map.of(), false, note);
  }

  private static Classes known(
      Table table, int column, List<Integer> targets, int rows, boolean byPrediction)
      throws UnreadableData {
    List<String> texts = table.columns().get(column).texts();
    int[] counts = new int[texts.size()];
    for (double[] row : table.rows().subList(0, rows)) {
      if (!Double.isNaN(row[column])) {
        counts[(int) row[column]]++;
      }
    }
    List<String> names = new ArrayList<>();
    Map<Integer, Integer> indexes = new HashMap<>();
    List<Integer> order =
        java.util.stream.IntStream.range(0, counts.length)
            .boxed()
            .sorted(java.util.Comparator.comparing(texts::get))
            .toList();
    for (int at : order) {
      if (counts[at] >= FEWEST_ROWS) {
        indexes.put(at, names.size());
        names.add(texts.get(at));
      }
    }
    if (names.isEmpty()) {
      throw new UnreadableData(
          "no class of '%s' has %d rows. Name another column."
              .formatted(table.columns().get(column).name(), FEWEST_ROWS));
    }
    return new Classes(names, column, targets, indexes, byPrediction, Optional.empty());
  }

  /** Whether a column is no feature. */
  boolean isTarget(int at) {
    return targets.contains(at);
  }

  /** The class of a row; -1 where it is missing or too rare. */
  int of(double[] row) {
    if (column < 0) {
      return 0;
    }
    double value = row[column];
    return Double.isNaN(value) ? -1 : indexes.getOrDefault((int) value, -1);
  }
}
