package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** Pickles of Python, protocols 0 to 5, one or several in a file. */
public final class PickleFormat implements Format {
  /** Its id. */
  public static final String ID = "pickle";

  private static final Set<String> ENDINGS =
      Set.of(
          "pkl",
          "pickle",
          "pickled",
          "p",
          "pk",
          "pck",
          "pcl",
          "pt",
          "pth",
          "bin",
          "joblib",
          "jbl",
          "dill",
          "dil",
          "cloudpickle",
          "ckpt",
          "model",
          "npy",
          "sav",
          "dat",
          "data");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Python pickle";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return new Glance(artefact.bytes()).isPickle();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    new Streams(artefact.bytes(), examination).examine();
  }
}
