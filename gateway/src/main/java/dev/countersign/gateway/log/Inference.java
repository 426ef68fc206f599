package dev.countersign.gateway.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a predictive model was asked and what it said, in elements of tensors, as far as the log
 * keeps them. They become numbers when the log's thread writes them.
 *
 * @param rows that it was asked; only where features are logged
 * @param outputs by name, the first elements of each
 */
public record Inference(Optional<Rows> rows, Optional<Map<String, List<JsonNode>>> outputs) {
  /** Nothing of it. */
  public static final Inference NONE = new Inference(Optional.empty(), Optional.empty());

  /** About what an element holds in memory. */
  private static final int NODE_BYTES = 32;

  /** How many bytes it holds, about. */
  long keptBytes() {
    long bytes = rows.map(asked -> bytes(asked.cells())).orElse(0L);
    for (List<JsonNode> output : outputs.map(Map::values).orElse(List.of())) {
      bytes += bytes(output);
    }
    return bytes;
  }

  private static long bytes(List<JsonNode> cells) {
    long bytes = (long) NODE_BYTES * cells.size();
    for (JsonNode cell : cells) {
      bytes += cell.isString() ? 2L * cell.stringValue().length() : 0;
    }
    return bytes;
  }

  /**
   * Writes the members of the line.
   *
   * @param features whether they are logged; then an element of an output that is no number has its
   *     place, so that rows stay rows
   */
  void write(ObjectNode line, boolean features, KeyedHash keyed) {
    rows.ifPresent(asked -> {
      line.put("rows", asked.total());
      write(asked, line.putArray("features"), keyed);
    });
    outputs.ifPresent(said -> {
      ObjectNode result = line.putObject("result");
      said.forEach((name, cells) -> write(cells, features, result.putArray(name), keyed));
    });
  }

  private static void write(Rows asked, ArrayNode into, KeyedHash keyed) {
    for (int row = 0; row < asked.kept(); row++) {
      ArrayNode one = into.addArray();
      for (JsonNode cell : asked.cells().subList(row * asked.width(), (row + 1) * asked.width())) {
        Numbers.feature(cell, one, keyed);
      }
    }
  }

  private static void write(
      List<JsonNode> cells, boolean features, ArrayNode into, KeyedHash keyed) {
    for (JsonNode cell : cells) {
      if (!Numbers.output(cell, into) && features) {
        Numbers.other(cell, into, keyed);
      }
    }
  }
}
