package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Text;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** {@code setup.py}, read as text, and {@code setup.cfg}. */
public final class SetupDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("setup.py") || source.name().equals("setup.cfg");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Dependencies.unit(findings, "setup");
    Dependencies dependencies = new Dependencies(Ecosystem.PYTHON, findings);
    if (source.name().equals("setup.py")) {
      source.code().calls().stream()
          .filter(call -> call.name().equals("setup"))
          .forEach(call -> project(call, findings));
      source.code().texts().forEach(text -> add(text, dependencies));
    } else {
      lines(source, dependencies);
    }
  }

  private static void project(Call setup, Findings findings) {
    Dependencies.project(
        findings,
        setup.text("name").orElse(""),
        setup.text("description").orElse(""),
        setup.line());
  }

  private static void add(Text text, Dependencies dependencies) {
    Requirement requirement = Requirement.of(text.value());
    dependencies.add(requirement.name(), text.line(), requirement.floats());
  }

  private static void lines(Source source, Dependencies dependencies) {
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(" ") || lines.get(i).startsWith("\t")) {
        Requirement requirement = Requirement.of(lines.get(i));
        dependencies.add(requirement.name(), i + 1, requirement.floats());
      }
    }
  }
}
