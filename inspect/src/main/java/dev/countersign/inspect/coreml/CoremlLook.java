package dev.countersign.inspect.coreml;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;

/** Looks through one model and those in it. For one model. */
final class CoremlLook {
  private static final int LONGEST = 4096;
  private static final int DEEPEST = 8;

  private final Examination examination;
  private final CoremlTexts texts;

  CoremlLook(Examination examination) {
    this.examination = examination;
    this.texts = new CoremlTexts(examination);
  }

  /** Model. */
  void model(Wire model, int depth) throws Broken, IOException {
    if (depth > DEEPEST) {
      throw new Broken(model.at(), "models nest deeper than %d".formatted(DEEPEST));
    }
    while (model.next()) {
      if (model.field() == 1 && model.type() == Wire.VARINT) {
        examination.fact(ArtefactFact.FORMAT_VERSION, Long.toString(model.value()));
      } else if (model.holds(2)) {
        texts.description(model.message());
      } else if (model.type() == Wire.BYTES && CoremlFormat.KINDS.containsKey(model.field())) {
        examination.fact(ArtefactFact.ARCHITECTURE, CoremlFormat.KINDS.get(model.field()));
        kind(model, depth);
      }
    }
  }

  private void kind(Wire model, int depth) throws Broken, IOException {
    switch (model.field()) {
      case 200, 201 -> inner(model.message(), depth);
      case 202 -> pipeline(model.message(), depth);
      case 303, 403, 500 -> network(model.message());
      case 502 -> new MilLook(examination).program(model.message());
      case 555 -> custom("model", model.message());
      case 556 -> linked(model.message());
      case 3000 -> serialized(model.message());
      default -> {}
    }
  }

  /** PipelineClassifier, PipelineRegressor: a pipeline in field 1. */
  private void inner(Wire wrapper, int depth) throws Broken, IOException {
    while (wrapper.next()) {
      if (wrapper.holds(1)) {
        pipeline(wrapper.message(), depth);
      }
    }
  }

  private void pipeline(Wire pipeline, int depth) throws Broken, IOException {
    while (pipeline.next()) {
      if (pipeline.holds(1)) {
        model(pipeline.message(), depth + 1);
      }
    }
  }

  /** NeuralNetwork and its like: layers in field 1, each with a custom one in field 500. */
  private void network(Wire network) throws Broken, IOException {
    while (network.next()) {
      if (network.holds(1)) {
        layer(network.message());
      }
    }
  }

  private void layer(Wire layer) throws Broken, IOException {
    String name = "";
    while (layer.next()) {
      switch (layer.field()) {
        case 1 -> name = layer.text(LONGEST);
        case 500 -> custom("layer " + name, layer.message());
        case 605 -> networks(layer.message(), 1, 2);
        case 615 -> networks(layer.message(), 3, 4);
        default -> {}
      }
    }
  }

  /** A branch or a loop has two networks. */
  private void networks(Wire layer, int first, int second) throws Broken, IOException {
    while (layer.next()) {
      if (layer.holds(first) || layer.holds(second)) {
        network(layer.message());
      }
    }
  }

  /** CustomModel and CustomLayerParams: the class in field 10, parameters in field 30. */
  private void custom(String what, Wire custom) throws Broken, IOException {
    String type = "";
    long at = custom.at();
    while (custom.next()) {
      if (custom.holds(10)) {
        type = custom.text(LONGEST);
        at = custom.at();
      } else if (custom.holds(30)) {
        texts.parameter(what, custom.message());
      } else if (custom.holds(40)) {
        texts.prose(what, custom);
      }
    }
    examination.reportCall(CoremlRules.CUSTOM, at, what + ": " + type, type);
  }

  /**
   * LinkedModel: a file in field 1, with its name and search path as defaults in field 1 of each.
   */
  private void linked(Wire linked) throws Broken, IOException {
    while (linked.next()) {
      if (linked.holds(1)) {
        Wire file = linked.message();
        while (file.next()) {
          if (file.holds(1) || file.holds(2)) {
            reference(file.message());
          }
        }
      }
    }
  }

  private void reference(Wire parameter) throws Broken, IOException {
    while (parameter.next()) {
      if (parameter.type() == Wire.BYTES) {
        String path = parameter.text(LONGEST);
        boolean outside = OutwardPath.leaves(path) || OutwardPath.address(path);
        examination.report(outside ? CoremlRules.PATH : CoremlRules.LINKED, parameter.at(), path);
      }
    }
  }

  private void serialized(Wire model) throws Broken, IOException {
    while (model.next()) {
      if (model.holds(2)) {
        examination.member("serialized-model", model.bytes());
      }
    }
  }
}
