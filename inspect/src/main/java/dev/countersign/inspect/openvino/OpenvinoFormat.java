package dev.countersign.inspect.openvino;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.xml.Xml;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The graph of a model of OpenVINO. Its weights stand beside it, in a file of the same name with
 * {@code .bin} at its end, which has no structure.
 *
 * @see <a href="https://docs.openvino.ai/latest/documentation/openvino-ir-format.html">the
 *     format</a>
 */
public final class OpenvinoFormat implements Format {
  @Override
  public String id() {
    return "openvino";
  }

  @Override
  public String title() {
    return "OpenVINO";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return Xml.begins(artefact, "net") || Xml.begins(artefact, "Net");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    OptionalLong weights = weights(artefact);
    OpenvinoLook look = new OpenvinoLook(examination, weights);
    Xml.read(artefact, examination, look);
    look.tell();
  }

  private static OptionalLong weights(Artefact artefact) throws IOException {
    String file = artefact.fileName();
    int dot = file.lastIndexOf('.');
    Optional<Artefact> weights =
        artefact.sibling((dot < 0 ? file : file.substring(0, dot)) + ".bin");
    return weights.isPresent() ? OptionalLong.of(weights.get().length()) : OptionalLong.empty();
  }
}
