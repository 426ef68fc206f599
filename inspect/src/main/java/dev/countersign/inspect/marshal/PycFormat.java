package dev.countersign.inspect.marshal;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Compiled Python: {@code .pyc}, whose header is 8, 12 or 16 bytes by version (PEP 3147, PEP 552).
 */
public final class PycFormat implements Format {
  @Override
  public String id() {
    return "pyc";
  }

  @Override
  public String title() {
    return "Compiled Python";
  }

  @Override
  public Set<String> endings() {
    return Set.of("pyc", "pyo");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.hasAt(2, '\r', '\n') && start(artefact) > 0;
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    int start = Math.max(start(artefact), 8);
    CompiledCode code;
    try {
      code = Marshal.read(artefact.bytes().slice(start, artefact.length()));
    } catch (Broken broken) {
      examination.report(
          MarshalRules.CODE, start, artefact.fileName() + ", not read: " + broken.what());
      return;
    }
    List<String> dangerous = DangerousNames.of(code);
    if (dangerous.isEmpty()) {
      examination.report(MarshalRules.CODE, start, String.join(", ", code.names()));
    } else {
      examination.report(MarshalRules.DANGEROUS, start, String.join(", ", dangerous));
    }
  }

  /** Where the code object begins; 0 where there is none. */
  private static int start(Artefact artefact) throws IOException {
    Bytes head = Bytes.of(artefact.head());
    for (int at : new int[] {16, 12, 8}) {
      byte[] one = head.copy(at, 1);
      if (one.length == 1 && (one[0] & 0x7F) == 'c') {
        return at;
      }
    }
    return 0;
  }
}
