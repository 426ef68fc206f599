package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.knowledge.control.ControlCatalogueReader;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Called by the build of this module: compiles the bundled packs into its jar. */
final class BuildPacks {
  private BuildPacks() {}

  /**
   * Compiles.
   *
   * @param args the folders of the packs and of the controls, and the file to write
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Problems inControls = new Problems();
    List<Control> controls = ControlCatalogueReader.read(Path.of(args[1]), inControls);
    List<Problem> problems = new ArrayList<>(inControls.sorted());
    if (problems.isEmpty()) {
      problems.addAll(
          PackCompiler.compile(Path.of(args[0]), controls, bundledCatalogues(), Path.of(args[2])));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(told(problems));
    }
  }

  static Citations bundledCatalogues() {
    Catalogues catalogues = Catalogues.bundled();
    return new Citations() {
      @Override
      public boolean exists(String id) {
        return catalogues.find(id).isPresent();
      }

      @Override
      public List<Precedent> precedentsOf(String technique) {
        return catalogues.precedentsOf(technique);
      }
    };
  }

  private static String told(List<Problem> problems) {
    StringBuilder text = new StringBuilder("the rule packs do not compile:");
    for (Problem problem : problems) {
      text.append("\n  ").append(problem.place()).append("  ").append(problem.message());
    }
    return text.toString();
  }
}
