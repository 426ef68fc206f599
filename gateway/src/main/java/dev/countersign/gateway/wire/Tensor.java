package dev.countersign.gateway.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tensor of the Open Inference Protocol, version 2.
 *
 * @param name of the input or output
 * @param shape its lengths; the first is the number of rows
 * @param datatype for example {@code FP32}
 * @param data its elements, flat and in row-major order
 */
public record Tensor(String name, List<Long> shape, String datatype, List<JsonNode> data) {
  private static final Set<String> TYPES =
      Set.of(
          "BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16",
          "FP32", "FP64", "BF16", "BYTES");
  private static final int MOST_TENSORS = 4096;
  private static final int MOST_LENGTHS = 16;

  public Tensor {
    shape = List.copyOf(shape);
  }

  /**
   * The tensors of a request or an answer.
   *
   * @param member {@code inputs} or {@code outputs}
   * @throws Malformed if they are not of the protocol's form, or not in the message itself
   */
  public static List<Tensor> read(ObjectNode message, String member) throws Malformed {
    JsonNode list = message.path(member);
    if (!list.isArray() || list.size() > MOST_TENSORS) {
      throw new Malformed("\"%s\" is no list of tensors.".formatted(member));
    }
    Elsewhere.refuse(list);
    List<Tensor> tensors = new ArrayList<>(list.size());
    for (JsonNode one : list) {
      tensors.add(read(one));
    }
    requireDistinct(tensors);
    return tensors;
  }

  /**
   * Of two tensors of one name a server may read either.
   *
   * @throws Malformed if there are such
   */
  public static void requireDistinct(List<Tensor> tensors) throws Malformed {
    Set<String> names = new HashSet<>();
    for (Tensor tensor : tensors) {
      if (!names.add(tensor.name())) {
        throw new Malformed("Two tensors have the same name.");
      }
    }
  }

  private static Tensor read(JsonNode json) throws Malformed {
    String name = json.path("name").asString("");
    String type = json.path("datatype").asString("");
    if (name.isEmpty() || !TYPES.contains(type)) {
      throw new Malformed("A tensor has no name, or a datatype that the protocol has not.");
    }
    if (!json.path("data").isArray()) {
      throw new Malformed("A tensor has no \"data\" in JSON; other forms are not served here.");
    }
    List<Long> shape = shape(json.path("shape"));
    long expected = elements(shape);
    List<JsonNode> data = new ArrayList<>();
    flatten(json.path("data"), data, 0);
    if (expected != data.size()) {
      throw new Malformed("A tensor has another number of elements than its shape says.");
    }
    return new Tensor(name, shape, type, data);
  }

  private static List<Long> shape(JsonNode json) throws Malformed {
    List<Long> shape = new ArrayList<>();
    for (JsonNode length : json) {
      long value = length.isIntegralNumber() ? length.asLong(-1) : -1;
      if (value < 0 || value > Integer.MAX_VALUE || shape.size() == MOST_LENGTHS) {
        throw new Malformed("A tensor has a shape that is no list of lengths.");
      }
      shape.add(value);
    }
    return shape;
  }

  /**
   * How many elements a shape has.
   *
   * @param shape of lengths from 0
   * @throws Malformed if there are more than anybody could send
   */
  public static long elements(List<Long> shape) throws Malformed {
    long elements = 1;
    for (long length : shape) {
      if (length > 0 && elements > Integer.MAX_VALUE / length) {
        throw new Malformed("A tensor has a shape that is too large.");
      }
      elements *= length;
    }
    return elements;
  }

  private static void flatten(JsonNode json, List<JsonNode> into, int depth) throws Malformed {
    if (depth > MOST_LENGTHS) {
      throw new Malformed("The data of a tensor are nested too deeply.");
    }
    for (JsonNode element : json) {
      if (element.isArray()) {
        flatten(element, into, depth + 1);
      } else if (element.isObject()) {
        throw new Malformed("The data of a tensor hold an object.");
      } else {
        into.add(element);
      }
    }
  }

  /** How many rows it has. */
  public int rows() {
    return shape.isEmpty() ? 1 : shape.getFirst().intValue();
  }

  /** How many elements a row has. */
  public int width() {
    return rows() == 0 ? 0 : data.size() / rows();
  }

  /** An element. */
  public JsonNode at(int row, int column) {
    return data.get(row * width() + column);
  }

  /** Whether its elements are text. */
  public boolean isText() {
    return datatype.equals("BYTES");
  }
}
