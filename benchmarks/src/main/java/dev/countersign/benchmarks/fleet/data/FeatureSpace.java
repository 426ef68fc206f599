package dev.countersign.benchmarks.fleet.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a feature vector means: numbers are scaled to 0 to 1, categories have one place for each
 * value.
 *
 * @param fields in order, without gaps
 * @param side of an image that is as high as wide, in rows of pixels; 0 if it is no image
 */
public record FeatureSpace(List<Field> fields, int side) {
  /** Copies the fields. */
  public FeatureSpace {
    fields = List.copyOf(fields);
  }

  /** The space of images of {@code side} by {@code side} pixels. */
  public static FeatureSpace image(int side) {
    return new FeatureSpace(
        IntStream.range(0, side * side).mapToObj(i -> new Field("p" + i, i, 1)).toList(), side);
  }

  /** The space of named numbers. */
  public static FeatureSpace numbers(List<String> names) {
    return new FeatureSpace(
        IntStream.range(0, names.size()).mapToObj(i -> new Field(names.get(i), i, 1)).toList(), 0);
  }

  /** How long a vector is. */
  public int width() {
    return fields.getLast().from() + fields.getLast().width();
  }

  /** Whether rows are images. */
  public boolean image() {
    return side > 0;
  }

  /** The fields that are numbers. */
  public List<Field> numbers() {
    return fields.stream().filter(Field::number).toList();
  }

  /** The fields that are categories. */
  public List<Field> categories() {
    return fields.stream().filter(field -> !field.number()).toList();
  }

  /**
   * The nearest row that a server would take for well-formed: numbers between 0 and 1, and exactly
   * one value for each category. Attackers send such rows too, since all else is refused by any
   * check of the schema and would not show what a detector is worth.
   */
  public double[] valid(double[] row) {
    double[] valid = row.clone();
    for (Field field : fields) {
      if (field.number()) {
        valid[field.from()] = Math.clamp(row[field.from()], 0, 1);
      } else {
        field.set(valid, field.value(row));
      }
    }
    return valid;
  }

  /** The same fields followed by one more. */
  static List<Field> and(List<Field> fields, String name, int width) {
    List<Field> more = new ArrayList<>(fields);
    int from = fields.isEmpty() ? 0 : fields.getLast().from() + fields.getLast().width();
    more.add(new Field(name, from, width));
    return more;
  }
}
