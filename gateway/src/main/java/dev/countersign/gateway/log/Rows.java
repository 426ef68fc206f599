package dev.countersign.gateway.log;

import dev.countersign.gateway.wire.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The first rows of what a predictive model is asked, as many as a line of the log holds.
 *
 * @param total how many there are in the request
 * @param kept how many are here
 * @param width how many elements a row has
 * @param cells the elements, row by row; null of JSON where the request has none
 */
public record Rows(int total, int kept, int width, List<JsonNode> cells) {
  /** So many rows a line holds at most. */
  public static final int MOST = 256;

  /** So many elements a line holds at most. Only whole rows are kept. */
  public static final int MOST_CELLS = 65_536;

  public Rows {
    cells = List.copyOf(cells);
    if (cells.size() != (long) kept * width) {
      throw new IllegalArgumentException("no whole rows");
    }
  }

  /**
   * The rows of tensors.
   *
   * @param tensors in the order of their columns; empty for a column that the request has not
   * @return nothing where they have no rows in common
   */
  public static Optional<Rows> of(List<Optional<Tensor>> tensors) {
    List<Tensor> present = tensors.stream().flatMap(Optional::stream).toList();
    if (present.isEmpty()) {
      return Optional.empty();
    }
    int total = present.getFirst().rows();
    if (present.stream().anyMatch(tensor -> tensor.rows() != total)) {
      return Optional.empty();
    }
    int width = tensors.stream().mapToInt(tensor -> tensor.map(Tensor::width).orElse(1)).sum();
    int most = Math.min(MOST, MOST_CELLS / Math.max(1, width));
    return Optional.of(first(Math.min(total, most), width, total, tensors));
  }

  private static Rows first(int kept, int width, int total, List<Optional<Tensor>> tensors) {
    List<JsonNode> cells = new ArrayList<>();
    for (int row = 0; row < kept; row++) {
      for (Optional<Tensor> tensor : tensors) {
        add(tensor, row, cells);
      }
    }
    return new Rows(total, kept, width, cells);
  }

  private static void add(Optional<Tensor> tensor, int row, List<JsonNode> cells) {
    if (tensor.isEmpty()) {
      cells.add(NullNode.getInstance());
      return;
    }
    for (int column = 0; column < tensor.get().width(); column++) {
      cells.add(tensor.get().at(row, column));
    }
  }
}
