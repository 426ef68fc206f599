package dev.countersign.inspect.onnx;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Shape;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Set;

/**
 * Graphs of ONNX. Loading can run code only through operators that somebody registered, and reach
 * files only through the places of external weights.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3">the schema</a>
 */
public final class OnnxFormat implements Format {
  private static final int GRAPH = 7;
  private static final int FUNCTIONS = 25;

  /** Fields of ModelProto, by how they are written. */
  private static final Shape MODEL =
      Shape.of().numbers(1, 5).bytes(2, 3, 4, 6, GRAPH, 8, 14, 20, FUNCTIONS, 26);

  @Override
  public String id() {
    return "onnx";
  }

  @Override
  public String title() {
    return "ONNX";
  }

  @Override
  public Set<String> endings() {
    return Set.of("onnx");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return MODEL.fits(artefact) && MODEL.has(artefact, 1, 8) && graph(artefact);
  }

  private static boolean graph(Artefact artefact) throws IOException {
    return MODEL.has(artefact, GRAPH) || MODEL.has(artefact, FUNCTIONS);
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    OnnxLook look = new OnnxLook(artefact, examination);
    try {
      look.model(Wire.of(artefact.bytes()));
    } finally {
      look.tell();
    }
  }
}
