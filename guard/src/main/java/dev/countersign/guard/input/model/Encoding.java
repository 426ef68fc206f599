package dev.countersign.guard.input.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema, and how raw inputs become numbers of comparable size. A raw input has one {@code
 * double} a column: a number as it is, a category by its index in {@link
 * Column.Categorical#values}, {@link #MISSING}, or {@link #UNSEEN}.
 */
public final class Encoding {
  /** What is not there. */
  public static final double MISSING = Double.NaN;

  /** What is no number, or a category that training data did not have. */
  public static final double UNSEEN = Double.POSITIVE_INFINITY;

  /** More columns and encoded numbers than any gate decides by in time. */
  public static final int MOST_WIDTH = 16_384;

  private final List<Column> columns;
  private final List<String> classes;
  private final Map<String, Integer> byName = new HashMap<>();
  private final List<Map<String, Integer>> categories;
  private final Map<String, Integer> classesByName = new HashMap<>();
  private final int[] offsets;
  private final int width;
  private final boolean[] numeric;
  private final boolean[] missing;
  private final double[] lower;
  private final double[] upper;
  private final double[] mean;
  private final double[] inverse;
  private final int[] own;

  /**
   * An encoding.
   *
   * @param columns in the order of raw inputs
   * @param classes the classes of the model; one without a meaning where none were given
   */
  public Encoding(List<Column> columns, List<String> classes) {
    this.columns = List.copyOf(columns);
    this.classes = List.copyOf(classes);
    int count = columns.size();
    Shapes.between("columns", count, 1, MOST_WIDTH);
    offsets = new int[count];
    numeric = new boolean[count];
    missing = new boolean[count];
    lower = new double[count];
    upper = new double[count];
    mean = new double[count];
    inverse = new double[count];
    own = new int[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = at;
      put(i, columns.get(i));
      at = Math.addExact(at, columns.get(i).width());
    }
    Shapes.between("encoded columns", at, 1, MOST_WIDTH);
    width = at;
    categories = columns.stream().map(Encoding::indexes).toList();
    for (int i = 0; i < classes.size(); i++) {
      classesByName.put(classes.get(i), i);
    }
    Shapes.same("names of columns", byName.size(), count);
    Shapes.same("names of classes", classesByName.size(), classes.size());
  }

  private void put(int i, Column column) {
    byName.put(column.name(), i);
    missing[i] = column.missing();
    if (column instanceof Column.Numeric number) {
      numeric[i] = true;
      lower[i] = number.lower();
      upper[i] = number.upper();
      mean[i] = number.mean();
      inverse[i] = 1 / number.scale();
    } else if (column instanceof Column.Categorical category) {
      upper[i] = category.values().size() - 1;
      own[i] = category.own();
      inverse[i] = category.weight();
    }
  }

  private static Map<String, Integer> indexes(Column column) {
    Map<String, Integer> indexes = new HashMap<>();
    if (column instanceof Column.Categorical category) {
      for (String value : category.values()) {
        indexes.put(value, indexes.size());
      }
      Shapes.same("categories of " + column.name(), indexes.size(), category.values().size());
    }
    return indexes;
  }

  /** In the order of raw inputs. */
  public List<Column> columns() {
    return columns;
  }

  /** The classes of the model. */
  public List<String> classes() {
    return classes;
  }

  /** How many numbers an encoded input has. */
  public int width() {
    return width;
  }

  /** The place of a column, or -1. */
  public int column(String name) {
    return byName.getOrDefault(name, -1);
  }

  /** The place of a class, or -1. */
  public int classOf(String name) {
    return classesByName.getOrDefault(name, -1);
  }

  /** The raw form of a category; {@link #UNSEEN} if training data did not have it. */
  public double category(int column, String value) {
    Integer index = categories.get(column).get(value);
    return index == null ? UNSEEN : index;
  }

  /** Whether a column holds numbers. */
  public boolean isNumeric(int column) {
    return numeric[column];
  }

  /** The first column from one on whose value the schema does not allow, or -1. */
  public int violation(double[] raw, int from) {
    for (int i = from; i < lower.length; i++) {
      double value = raw[i];
      boolean allowed = Double.isNaN(value) ? missing[i] : value >= lower[i] && value <= upper[i];
      if (!allowed) {
        return i;
      }
    }
    return -1;
  }

  /** Encodes a raw input that has no violation. */
  public void encode(double[] raw, float[] out) {
    for (int i = 0; i < lower.length; i++) {
      int at = offsets[i];
      double value = raw[i];
      if (numeric[i]) {
        out[at] = Double.isNaN(value) ? 0 : (float) ((value - mean[i]) * inverse[i]);
        if (missing[i]) {
          out[at + 1] = Double.isNaN(value) ? 1 : 0;
        }
      } else {
        encodeCategory(i, at, value, out);
      }
    }
  }

  private void encodeCategory(int column, int at, double value, float[] out) {
    int end = column + 1 < offsets.length ? offsets[column + 1] : width;
    Arrays.fill(out, at, end, 0);
    int place = Double.isNaN(value) ? end - 1 : at + Math.min((int) value, own[column]);
    out[place] = (float) inverse[column];
  }

  /** Where the numbers of a column begin; for the column after the last one, where they end. */
  public int offset(int column) {
    return column < offsets.length ? offsets[column] : width;
  }
}
