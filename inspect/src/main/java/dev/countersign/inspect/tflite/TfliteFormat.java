package dev.countersign.inspect.tflite;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Flat;
import java.io.IOException;
import java.util.Set;

/**
 * Models of TensorFlow Lite: a FlatBuffer that is mapped into memory and, by default, not verified.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/compiler/mlir/lite/schema/schema.fbs">the
 *     schema</a>
 */
public final class TfliteFormat implements Format {
  @Override
  public String id() {
    return "tflite";
  }

  @Override
  public String title() {
    return "TensorFlow Lite";
  }

  @Override
  public Set<String> endings() {
    return Set.of("tflite", "lite");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.hasAt(4, 'T', 'F', 'L', '3') || artefact.hasAt(4, 'T', 'F', 'L', '2');
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (!recognises(artefact)) {
      throw new Broken(4, "no TFL3 at 4");
    }
    new TfliteLook(Flat.root(artefact.bytes()), artefact.bytes(), examination).look();
  }
}
