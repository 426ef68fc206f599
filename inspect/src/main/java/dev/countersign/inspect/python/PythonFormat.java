package dev.countersign.inspect.python;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/** Python source that stands with a model: handlers, modelling code, set-up scripts. */
public final class PythonFormat implements Format {
  private static final int LARGEST = 8 << 20;

  @Override
  public String id() {
    return "python";
  }

  @Override
  public String title() {
    return "Python source";
  }

  @Override
  public Set<String> endings() {
    return Set.of("py", "pyw", "pyi");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return endings().contains(artefact.ending()) && !hasZero(artefact.head());
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (artefact.length() > LARGEST) {
      throw new Broken(LARGEST, "source of more than 8 MiB");
    }
    byte[] source = artefact.bytes().copy(0, LARGEST);
    if (hasZero(source)) {
      throw new Broken(0, "a byte of zero, which no source holds");
    }
    examination.report(PythonRules.CODE, artefact.fileName());
    PythonSource.inspect(source, examination);
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
