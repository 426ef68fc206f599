package dev.countersign.gateway.grpc.message;

import dev.countersign.gateway.wire.Elsewhere;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@code ModelInferRequest} or a {@code ModelInferResponse} of the Open Inference Protocol
 * (open_inference_grpc.proto of kserve/open-inference-protocol). Their fields are the same but for
 * the outputs that a request may ask for. The message itself is passed on as it came.
 */
public final class InferMessage {
  private static final int MOST_TENSORS = 4096;
  private static final int MOST_LENGTHS = 16;

  private final byte[] bytes;
  private final boolean request;
  private final List<Head> heads = new ArrayList<>();
  private final List<ProtoReader.Slice> raw = new ArrayList<>();
  private String model = "";
  private boolean inputsElsewhere;
  private boolean outputsElsewhere;

  private InferMessage(byte[] bytes, boolean request) {
    this.bytes = bytes;
    this.request = request;
  }

  /** What is said of a tensor besides its raw contents. */
  private record Head(String name, String type, List<Long> shape, @Nullable ProtoReader contents) {}

  /**
   * Reads a {@code ModelInferRequest}, but for the elements of its tensors.
   *
   * @throws Malformed if it could be read in another way, or holds what the protocol has not
   */
  public static InferMessage request(byte[] bytes) throws Malformed {
    return read(bytes, true);
  }

  /**
   * Reads a {@code ModelInferResponse}, but for the elements of its tensors.
   *
   * @throws Malformed if it could be read in another way, or holds what the protocol has not
   */
  public static InferMessage response(byte[] bytes) throws Malformed {
    return read(bytes, false);
  }

  private static InferMessage read(byte[] bytes, boolean request) throws Malformed {
    InferMessage message = new InferMessage(bytes, request);
    ProtoReader fields = new ProtoReader(bytes);
    while (fields.next()) {
      message.field(fields);
    }
    return message;
  }

  private void field(ProtoReader in) throws Malformed {
    switch (in.field()) {
      case 1 -> model = in.text();
      // The version and the id.
      case 2, 3 -> in.text();
      case 4 -> parameter(in.part());
      case 5 -> add(heads, head(in.part()));
      case 6 -> {
        if (request) {
          outputsElsewhere |= askedOutput(in.part());
        } else {
          add(raw, in.slice());
        }
      }
      case 7 -> {
        if (!request) {
          throw in.unknown();
        }
        add(raw, in.slice());
      }
      default -> throw in.unknown();
    }
  }

  private static <T> void add(List<T> list, T one) throws Malformed {
    if (list.size() == MOST_TENSORS) {
      throw new Malformed("The message has more than %,d tensors.".formatted(MOST_TENSORS));
    }
    list.add(one);
  }

  private Head head(ProtoReader in) throws Malformed {
    String name = "";
    String type = "";
    List<Long> shape = new ArrayList<>();
    ProtoReader contents = null;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.text();
        case 2 -> type = in.text();
        case 3 -> lengths(in, shape);
        case 4 -> inputsElsewhere |= Elsewhere.isNamedBy(parameter(in.part()));
        case 5 -> contents = in.message();
        default -> throw in.unknown();
      }
    }
    return new Head(name, type, shape, contents);
  }

  private static void lengths(ProtoReader in, List<Long> shape) throws Malformed {
    if (in.is(ProtoReader.VARINT)) {
      length(in, shape);
      return;
    }
    ProtoReader packed = in.part();
    while (!packed.isAtEnd()) {
      length(packed, shape);
    }
  }

  private static void length(ProtoReader in, List<Long> shape) throws Malformed {
    long length = in.varint();
    if (length < 0 || length > Integer.MAX_VALUE || shape.size() == MOST_LENGTHS) {
      throw new Malformed("A tensor has a shape that is no list of lengths.");
    }
    shape.add(length);
  }

  private static boolean askedOutput(ProtoReader in) throws Malformed {
    boolean elsewhere = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> in.text();
        case 2 -> elsewhere |= Elsewhere.isNamedBy(parameter(in.part()));
        default -> throw in.unknown();
      }
    }
    return elsewhere;
  }

  /** The name of a parameter. */
  private static String parameter(ProtoReader in) throws Malformed {
    String name = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.text();
        case 2 -> value(in.message());
        default -> throw in.unknown();
      }
    }
    return name;
  }

  /** A value is one of several kinds; no gate reads it. */
  private static void value(ProtoReader in) throws Malformed {
    while (in.next()) {
      switch (in.field()) {
        case 1, 2, 5 -> in.number();
        case 3 -> in.text();
        case 4 -> in.fixed();
        default -> throw in.unknown();
      }
      if (!in.isAtEnd()) {
        throw new Malformed("A parameter has two values.");
      }
    }
  }

  /** The model that is asked, or that answers. */
  public String model() {
    return model;
  }

  /**
   * Requires that the outputs that are asked for come in the answer.
   *
   * @throws Malformed if one is to be put into shared memory, past the gate
   */
  public void requireOutputsHere() throws Malformed {
    if (outputsElsewhere) {
      throw Elsewhere.malformed();
    }
  }

  /**
   * Its tensors.
   *
   * @throws Malformed if they are not of the protocol's form, or not in the message itself
   */
  public List<Tensor> tensors() throws Malformed {
    if (inputsElsewhere) {
      throw Elsewhere.malformed();
    }
    if (!raw.isEmpty() && raw.size() != heads.size()) {
      throw new Malformed("The message has raw contents for another number of tensors.");
    }
    List<Tensor> tensors = new ArrayList<>(heads.size());
    for (int i = 0; i < heads.size(); i++) {
      tensors.add(tensor(i));
    }
    Tensor.requireDistinct(tensors);
    return tensors;
  }

  private Tensor tensor(int index) throws Malformed {
    Head head = heads.get(index);
    Datatype type =
        Datatype.of(head.type())
            .filter(_ -> !head.name().isEmpty())
            .orElseThrow(() ->
                new Malformed("A tensor has no name, or a datatype that the protocol has not."));
    List<JsonNode> data = data(index, head.contents(), new Contents(bytes, type));
    if (Tensor.elements(head.shape()) != data.size()) {
      throw new Malformed("A tensor has another number of elements than its shape says.");
    }
    return new Tensor(head.name(), head.shape(), head.type(), data);
  }

  private List<JsonNode> data(int index, @Nullable ProtoReader typed, Contents contents)
      throws Malformed {
    if (raw.isEmpty()) {
      return typed == null ? List.of() : contents.typed(typed);
    }
    if (typed != null) {
      throw new Malformed("A tensor has its contents twice, typed and raw.");
    }
    return contents.raw(raw.get(index));
  }
}
