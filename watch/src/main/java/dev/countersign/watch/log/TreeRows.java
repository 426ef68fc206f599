package dev.countersign.watch.log;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Rows of numbers in JSON of several forms: an array of rows, each an array or an object; one row,
 * as an array or an object of numbers; tensors of the Open Inference Protocol, of which each gives
 * some columns.
 */
final class TreeRows {
  private final List<String> columns;

  /**
   * With names of columns for rows that are objects; where there are none they are in the order of
   * their names.
   */
  TreeRows(List<String> columns) {
    this.columns = columns;
  }

  /**
   * The rows.
   *
   * @param wide whether an array of numbers is one row, and not a row each
   * @throws Refusal if they are not of one length
   */
  List<float[]> rows(JsonNode node, boolean wide) throws Refusal {
    if (node.isObject()) {
      return List.of(row(node));
    }
    if (!node.isArray() || node.isEmpty()) {
      return List.of();
    }
    if (node.get(0).has("data")) {
      return tensors(node);
    }
    if (node.get(0).isContainer()) {
      return each(node);
    }
    return wide ? List.of(row(node)) : column(node);
  }

  private List<float[]> each(JsonNode node) throws Refusal {
    List<float[]> rows = new ArrayList<>(node.size());
    for (JsonNode one : node) {
      rows.add(row(one));
    }
    return even(rows);
  }

  private static List<float[]> column(JsonNode node) {
    List<float[]> rows = new ArrayList<>(node.size());
    node.forEach(one -> rows.add(new float[] {number(one)}));
    return rows;
  }

  private static List<float[]> even(List<float[]> rows) throws Refusal {
    for (float[] row : rows) {
      if (row.length != rows.get(0).length) {
        throw new Refusal(Reason.ROWS, 0, "features");
      }
    }
    return rows;
  }

  private float[] row(JsonNode node) {
    Floats numbers = new Floats();
    if (node.isObject()) {
      names(node).forEach(name -> numbers.add(number(node.path(name))));
    } else {
      flat(node, numbers);
    }
    return numbers.copy(0, numbers.count());
  }

  private Iterable<String> names(JsonNode node) {
    return columns.isEmpty() ? new TreeSet<>(node.propertyNames()) : columns;
  }

  private static void flat(JsonNode node, Floats into) {
    if (node.isArray()) {
      node.forEach(one -> flat(one, into));
    } else {
      into.add(number(node));
    }
  }

  private static float number(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue() ? 1 : 0;
    }
    float value = node.isNumber() ? node.floatValue() : Float.NaN;
    return Float.isInfinite(value) ? Float.NaN : value;
  }

  /** The first number of a shape says how many rows a tensor has. */
  private static List<float[]> tensors(JsonNode node) throws Refusal {
    int count = node.get(0).path("shape").path(0).asInt(1);
    List<float[]> columns = new ArrayList<>();
    for (JsonNode tensor : node) {
      Floats numbers = new Floats();
      flat(tensor.path("data"), numbers);
      if (count < 1 || numbers.count() % count != 0) {
        throw new Refusal(Reason.ROWS, 0, "tensors");
      }
      columns.add(numbers.copy(0, numbers.count()));
    }
    return beside(columns, count);
  }

  private static List<float[]> beside(List<float[]> tensors, int count) {
    List<float[]> rows = new ArrayList<>();
    int width = tensors.stream().mapToInt(tensor -> tensor.length / count).sum();
    for (int row = 0; row < count && width > 0; row++) {
      float[] one = new float[width];
      int at = 0;
      for (float[] tensor : tensors) {
        int length = tensor.length / count;
        System.arraycopy(tensor, row * length, one, at, length);
        at += length;
      }
      rows.add(one);
    }
    return rows;
  }
}
