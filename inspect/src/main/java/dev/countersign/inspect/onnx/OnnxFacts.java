package dev.countersign.inspect.onnx;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a model says of itself. For one model. */
final class OnnxFacts {
  private static final int LONGEST = 1000;
  private static final int MOST_PORTS = 100;
  private static final Map<String, ArtefactFact> ENTRIES =
      Map.of(
          "author", ArtefactFact.AUTHOR,
          "model_author", ArtefactFact.AUTHOR,
          "license", ArtefactFact.LICENCE,
          "model_license", ArtefactFact.LICENCE,
          "task", ArtefactFact.TASK,
          "names", ArtefactFact.CLASSES,
          "version", ArtefactFact.VERSION);

  private final Examination examination;
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final TensorTally tally = new TensorTally();

  OnnxFacts(Examination examination) {
    this.examination = examination;
  }

  void tensor(String type, long numbers) {
    tally.add(type, numbers);
  }

  /** ValueInfoProto. */
  void port(boolean input, Wire port) throws Broken, IOException {
    String name = "";
    String type = "";
    while (port.next()) {
      if (port.holds(1)) {
        name = port.text(LONGEST);
      } else if (port.holds(2)) {
        type = type(port.message());
      }
    }
    List<String> ports = input ? inputs : outputs;
    if (ports.size() < MOST_PORTS) {
      ports.add(name + ": " + type);
    }
  }

  void entry(String key, Wire value) throws Broken, IOException {
    Optional<ArtefactFact> fact = Optional.ofNullable(ENTRIES.get(key));
    if (fact.isPresent()) {
      examination.fact(fact.get(), value.text(LONGEST));
    }
  }

  void tell() {
    examination.fact(ArtefactFact.INPUTS, String.join("; ", inputs));
    examination.fact(ArtefactFact.OUTPUTS, String.join("; ", outputs));
    if (!tally.isEmpty()) {
      tally.tell(examination);
    }
  }

  /** TypeProto: of a tensor, its type and shape; of others, only what they are. */
  private static String type(Wire type) throws Broken, IOException {
    String text = "unknown";
    while (type.next()) {
      text =
          switch (type.field()) {
            case 1 -> tensorType(type.message());
            case 4 -> "sequence";
            case 5 -> "map";
            case 8 -> "sparse " + tensorType(type.message());
            case 9 -> "optional";
            default -> text;
          };
    }
    return text;
  }

  private static String tensorType(Wire tensor) throws Broken, IOException {
    String type = "undefined";
    String shape = "";
    while (tensor.next()) {
      if (tensor.field() == 1) {
        type = OnnxType.name(tensor.value());
      } else if (tensor.holds(2)) {
        shape = shape(tensor.message());
      }
    }
    return type + shape;
  }

  private static String shape(Wire shape) throws Broken, IOException {
    List<String> dimensions = new ArrayList<>();
    while (shape.next()) {
      if (shape.holds(1) && dimensions.size() < MOST_PORTS) {
        dimensions.add(dimension(shape.message()));
      }
    }
    return "[" + String.join(", ", dimensions) + "]";
  }

  private static String dimension(Wire dimension) throws Broken, IOException {
    String text = "?";
    while (dimension.next()) {
      text = dimension.holds(2) ? dimension.text(100) : Long.toString(dimension.value());
    }
    return text;
  }
}
