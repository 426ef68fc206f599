package dev.countersign.inspect.caffe;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.Set;

/**
 * Networks of Caffe with their weights, NetParameter.
 *
 * @see <a href="https://github.com/BVLC/caffe/blob/master/src/caffe/proto/caffe.proto">the
 *     schema</a>
 */
public final class CaffeFormat implements Format {
  private static final int LONGEST = 4096;
  private static final int LAYER = 100;
  private static final int PYTHON = 130;

  @Override
  public String id() {
    return "caffe";
  }

  @Override
  public String title() {
    return "Caffe";
  }

  @Override
  public Set<String> endings() {
    return Set.of("caffemodel");
  }

  @Override
  public boolean recognises(Artefact artefact) {
    return false;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "Caffe");
    Wire net = Wire.of(artefact.bytes());
    while (net.next()) {
      if (net.holds(1)) {
        examination.fact(ArtefactFact.NAME, net.text(LONGEST));
      } else if (net.holds(LAYER)) {
        layer(net.message(), examination);
      }
    }
  }

  /** LayerParameter: its name, its type, and what a layer of Python imports. */
  private static void layer(Wire layer, Examination examination) throws Broken, IOException {
    String name = "";
    String type = "";
    String python = "";
    long at = layer.at();
    while (layer.next()) {
      switch (layer.field()) {
        case 1 -> name = layer.text(LONGEST);
        case 2 -> type = layer.text(LONGEST);
        case PYTHON -> python = python(layer.message());
        default -> {}
      }
    }
    Layers.judge(type, python.isEmpty() ? type + " " + name : python, at, examination);
  }

  /** PythonParameter: a module and a class in it. */
  private static String python(Wire parameter) throws Broken, IOException {
    String module = "";
    String type = "";
    while (parameter.next()) {
      if (parameter.holds(1)) {
        module = parameter.text(LONGEST);
      } else if (parameter.holds(2)) {
        type = parameter.text(LONGEST);
      }
    }
    return module + "." + type;
  }
}
