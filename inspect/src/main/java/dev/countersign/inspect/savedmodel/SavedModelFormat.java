package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Shape;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Set;

/**
 * The graph of a SavedModel, {@code saved_model.pb}, and what Keras keeps beside it, {@code
 * keras_metadata.pb}. Loading reads the graph; running a signature runs its operators, and some run
 * when it is loaded.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/master/tensorflow/core/protobuf">the
 *     schemas</a>
 */
public final class SavedModelFormat implements Format {
  private static final Shape MODEL = Shape.of().numbers(1).bytes(2);
  private static final Shape META = Shape.of().bytes(1, 2, 3, 4, 5, 6, 7);

  @Override
  public String id() {
    return "tensorflow-savedmodel";
  }

  @Override
  public String title() {
    return "TensorFlow SavedModel";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return named(artefact)
        || (MODEL.fits(artefact) && MODEL.has(artefact, 1, 2) && holdsMetaGraph(artefact));
  }

  private static boolean named(Artefact artefact) {
    return artefact.fileName().equals("saved_model.pb")
        || artefact.fileName().equals("keras_metadata.pb");
  }

  private static boolean holdsMetaGraph(Artefact artefact) throws IOException {
    try {
      Wire model = Wire.of(artefact.bytes());
      while (model.next()) {
        if (model.holds(2)) {
          return META.fits(Artefact.of("meta", model.bytes()));
        }
      }
      return false;
    } catch (Broken other) {
      return false;
    }
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "TensorFlow");
    Wire wire = Wire.of(artefact.bytes());
    if (artefact.fileName().equals("keras_metadata.pb")) {
      keras(wire, examination);
      return;
    }
    while (wire.next()) {
      if (wire.holds(2)) {
        new MetaGraphLook(examination).look(wire.message());
      }
    }
  }

  /** SavedMetadata: nodes in field 1, each with its configuration in field 5. */
  private static void keras(Wire metadata, Examination examination) throws Broken, IOException {
    while (metadata.next()) {
      if (metadata.holds(1)) {
        Wire node = metadata.message();
        while (node.next()) {
          if (node.holds(5)) {
            MetaGraphLook.keras(node, examination);
          }
        }
      }
    }
  }
}
