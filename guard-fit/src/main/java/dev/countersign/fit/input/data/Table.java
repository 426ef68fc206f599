package dev.countersign.fit.input.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Rows of a file in memory, in random order. Of files with more rows than fit, each row is in it
 * with the same probability (reservoir sampling: J. Vitter, "Random sampling with a reservoir", ACM
 * TOMS 11, 1985).
 *
 * @param columns what the file has, without what is ignored
 * @param rows row by row: a number, or the index of a text among {@link Column#texts}; not a number
 *     where it is missing
 * @param all how many rows the file has
 */
public record Table(List<Column> columns, List<double[]> rows, long all) {
  /** The most values that are kept: half a gibibyte. */
  private static final long MOST_VALUES = 1L << 26;

  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_TEXTS = 10_000;

  /**
   * A column.
   *
   * @param name what it is called
   * @param numeric whether all of its values are numbers
   * @param texts what it holds otherwise, in the order of their first rows
   */
  public record Column(String name, boolean numeric, List<String> texts) {}

  /**
   * Reads a table.
   *
   * @param ignored columns that are left out
   * @param texts columns whose numbers are names, such as those of classes
   * @throws UnreadableData if it is malformed or lacks a column that is named
   */
  public static Table read(DataSource source, Set<String> ignored, Set<String> texts, long seed)
      throws IOException, UnreadableData {
    List<String> names = source.columns();
    for (String name : ignored) {
      var _ = DataSource.place(names, name);
    }
    int[] places =
        java.util.stream.IntStream.range(0, names.size())
            .filter(i -> !ignored.contains(names.get(i)))
            .toArray();
    boolean[] numeric = new boolean[names.size()];
    Arrays.fill(numeric, true);
    source.read(cells -> {
      for (int at : places) {
        numeric[at] &= cells.missing(at) || Double.isFinite(cells.number(at));
      }
    });
    for (int at : places) {
      numeric[at] &= !texts.contains(names.get(at));
    }
    return new Reading(names, places, numeric, seed).of(source);
  }

  /**
   * The place of a column.
   *
   * @throws UnreadableData if there is none of that name
   */
  public int place(String name) throws UnreadableData {
    return DataSource.place(columns.stream().map(Column::name).toList(), name);
  }

  private static final class Reading {
    private final List<String> names;
    private final int[] places;
    private final boolean[] numeric;
    private final SplittableRandom random;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Map<String, Integer>> texts = new ArrayList<>();
    private final int most;
    private long seen;

    Reading(List<String> names, int[] places, boolean[] numeric, long seed) {
      this.names = names;
      this.places = places;
      this.numeric = numeric;
      this.random = new SplittableRandom(seed);
      this.most = (int) Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, places.length));
      for (int i = 0; i < places.length; i++) {
        texts.add(new HashMap<>());
      }
    }

    Table of(DataSource source) throws IOException, UnreadableData {
      source.read(this::row);
      shuffle();
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        String[] ordered = new String[texts.get(i).size()];
        texts.get(i).forEach((text, index) -> ordered[index] = text);
        columns.add(new Column(names.get(places[i]), numeric[places[i]], List.of(ordered)));
      }
      return new Table(columns, rows, seen);
    }

    private void row(Cells cells) throws UnreadableData {
      seen++;
      if (rows.size() < most) {
        rows.add(values(cells));
        return;
      }
      long at = random.nextLong(seen);
      if (at < most) {
        rows.set((int) at, values(cells));
      }
    }

    private double[] values(Cells cells) throws UnreadableData {
      double[] values = new double[places.length];
      for (int i = 0; i < places.length; i++) {
        int at = places[i];
        if (cells.missing(at)) {
          values[i] = Double.NaN;
        } else {
          values[i] = numeric[at] ? cells.number(at) : index(i, cells.text(at));
        }
      }
      return values;
    }

    private int index(int column, String text) throws UnreadableData {
      Map<String, Integer> known = texts.get(column);
      Integer index = known.get(text);
      if (index != null) {
        return index;
      }
      if (known.size() >= MOST_TEXTS) {
        String name = names.get(places[column]);
        throw new UnreadableData(
            ("column '%s' has more than %,d different texts. If they name things and say nothing of"
                    + " the input, leave it out: --ignore %s")
                .formatted(name, MOST_TEXTS, name));
      }
      known.put(text, known.size());
      return known.size() - 1;
    }

    /** Fisher and Yates, as Durstenfeld has it. */
    private void shuffle() {
      for (int i = rows.size() - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double[] kept = rows.get(i);
        rows.set(i, rows.get(j));
        rows.set(j, kept);
      }
    }
  }
}
