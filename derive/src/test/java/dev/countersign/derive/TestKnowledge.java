package dev.countersign.derive;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.control.ControlCatalogueReader;
import dev.countersign.knowledge.rules.Citations;
import dev.countersign.knowledge.rules.CompiledRule;
import dev.countersign.knowledge.rules.RulePack;
import dev.countersign.model.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The bundled packs, compiled from their sources. */
final class TestKnowledge {
  private TestKnowledge() {}

  static Knowledge get() {
    Problems problems = new Problems();
    List<Control> controls =
        ControlCatalogueReader.read(Path.of("../knowledge/src/main/controls"), problems);
    List<CompiledRule> rules = new ArrayList<>();
    for (String pack : List.of("core", "classic")) {
      rules.addAll(
          RulePack.compile(
              Path.of("../knowledge/src/main/packs", pack),
              EVERYTHING,
              controls.stream().map(Control::id).collect(Collectors.toSet()),
              problems));
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.sorted());
    }
    return Knowledge.of(rules, controls, "test");
  }

  private static final Citations EVERYTHING =
      new Citations() {
        @Override
        public boolean exists(String id) {
          return true;
        }

        @Override
        public List<Precedent> precedentsOf(String technique) {
          return List.of();
        }
      };
}
