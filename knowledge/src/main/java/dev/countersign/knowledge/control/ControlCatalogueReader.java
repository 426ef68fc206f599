package dev.countersign.knowledge.control;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the control catalogue from its folder: one file a stage, named after it, in which every key
 * is the id of a control.
 *
 * <p>Which families a control stops is not written there; it follows from the rules that name the
 * control. {@link Control#stops()} is empty here.
 */
public final class ControlCatalogueReader {
  private final Problems problems;
  private final Map<String, Control> found = new LinkedHashMap<>();

  private ControlCatalogueReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the catalogue.
   *
   * @param folder holds {@code data-collection.yaml}, {@code training.yaml} and so on
   * @param problems takes everything that is wrong; if it stays empty, the catalogue is whole
   * @return the controls by stage, in the order of the files
   */
  public static List<Control> read(Path folder, Problems problems) {
    ControlCatalogueReader reader = new ControlCatalogueReader(problems);
    for (Stage stage : Stage.values()) {
      YamlFile.read(folder.resolve(stage.word() + ".yaml"), problems)
          .ifPresent(tree -> reader.stage(stage, tree));
    }
    return new ArrayList<>(reader.found.values());
  }

  private void stage(Stage stage, YamlNode tree) {
    if (!(tree instanceof Mapping controls)) {
      problems.expected(
          tree, "a map from ids to controls", "Write 'id:' and the control below it.");
      return;
    }
    for (Entry entry : controls.entries()) {
      add(entry, ControlReader.read(entry, stage, problems));
    }
  }

  private void add(Entry entry, Control control) {
    if (found.putIfAbsent(control.id(), control) != null) {
      String message = "the control " + Problems.quote(control.id()) + " stands in two files";
      String next = "Keep one of them, at the stage at which it acts.";
      problems.add("repeated-control", entry.key().span(), message, "an id of its own", next);
    }
  }
}
