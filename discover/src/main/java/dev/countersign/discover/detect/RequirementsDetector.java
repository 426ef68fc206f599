package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Locale;

/** {@code requirements*.txt} and {@code requirements*.in}, also in a folder of that name. */
public final class RequirementsDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    boolean list = source.extension().equals("txt") || source.extension().equals("in");
    String name = source.name().toLowerCase(Locale.ROOT);
    return list && (name.contains("requirements") || source.folder().endsWith("requirements"));
  }

  @Override
  public void detect(Source source, Findings findings) {
    Dependencies.unit(findings, "requirements");
    Dependencies dependencies = new Dependencies(Ecosystem.PYTHON, findings);
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      Requirement requirement = Requirement.of(lines.get(i));
      dependencies.add(requirement.name(), i + 1, requirement.floats());
    }
  }
}
