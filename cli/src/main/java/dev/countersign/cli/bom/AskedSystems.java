package dev.countersign.cli.bom;

import dev.countersign.cli.console.Refused;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import dev.countersign.discover.draft.DraftWriter;
import dev.countersign.discover.draft.Drafter;
import dev.countersign.model.ModelFiles;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Problem;
import dev.countersign.model.SystemModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The systems that a bill is asked for: those of the threat models at a path, or where there is
 * none, what is found in the folder.
 *
 * @param systems each once, by path
 * @param problems of threat models that cannot be read
 * @param limits what was not looked at, a sentence each
 */
public record AskedSystems(List<Asked> systems, List<Problem> problems, List<String> limits) {
  private static final String NAME = "countersign.yaml";

  public AskedSystems {
    systems = List.copyOf(systems);
    problems = List.copyOf(problems);
    limits = List.copyOf(limits);
  }

  /**
   * One system.
   *
   * @param drafted whether nobody wrote its threat model
   * @param hubModels names of models on a hub that its code names, where it is drafted
   * @param folder that paths are relative to
   */
  public record Asked(SystemModel model, boolean drafted, List<String> hubModels, Path folder) {
    public Asked {
      hubModels = List.copyOf(hubModels);
    }
  }

  /**
   * Looks for them.
   *
   * @throws Refused if there is nothing at the path
   */
  public static AskedSystems at(Path path) {
    if (!Files.exists(path)) {
      throw new Refused(path + " does not exist. Name a folder or a countersign.yaml.");
    }
    ModelFiles.Found found = ModelFiles.find(path);
    return found.files().isEmpty() ? drafted(path) : read(found);
  }

  private static AskedSystems read(ModelFiles.Found found) {
    List<Asked> systems = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : found.files()) {
      ModelReader.Result result = ModelReader.read(file);
      problems.addAll(result.problems());
      Path folder = file.toAbsolutePath().normalize().resolveSibling("");
      result.model().ifPresent(model -> systems.add(new Asked(model, false, List.of(), folder)));
    }
    return new AskedSystems(systems, problems, found.limit().stream().toList());
  }

  private static AskedSystems drafted(Path folder) {
    var inventory = Discovery.of(folder);
    var draft = Drafter.of(inventory);
    String yaml = DraftWriter.write(draft, "");
    String shown = folder.resolve(NAME).normalize().toString();
    ModelReader.Result result = ModelReader.parse(shown, yaml.getBytes(StandardCharsets.UTF_8));
    List<String> hubModels = inventory.about(What.HUB_MODEL).map(Finding::name).distinct().toList();
    List<Asked> systems =
        result.model().stream()
            .map(model -> new Asked(model, true, hubModels, folder.toAbsolutePath().normalize()))
            .toList();
    return new AskedSystems(systems, result.problems(), inventory.limits());
  }
}
