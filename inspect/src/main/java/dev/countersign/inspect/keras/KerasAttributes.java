package dev.countersign.inspect.keras;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.LenientJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Attributes of the root of an HDF5 file that Keras reads: the configuration of the model. */
public final class KerasAttributes {
  private final Examination examination;

  /** Tells what it finds there. */
  public KerasAttributes(Examination examination) {
    this.examination = examination;
  }

  /** Looks into an attribute; other programs' attributes are passed over. */
  public void attribute(String name, byte[] value) throws Broken, IOException {
    switch (name) {
      case "model_config" -> {
        examination.format("keras-h5", "Keras HDF5");
        KerasConfig.inspect(LenientJson.read(value, examination), examination);
      }
      case "training_config" ->
          KerasConfig.inspect(LenientJson.read(value, examination), examination);
      case "keras_version" ->
          examination.fact(
              ArtefactFact.PRODUCER, "Keras " + new String(value, StandardCharsets.UTF_8));
      default -> {}
    }
  }
}
