package dev.countersign.model.read;

import dev.countersign.model.SystemModel;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads one system: its file, what that includes, and then all references at once. */
public final class SystemReader {
  private SystemReader() {}

  /**
   * Reads a system.
   *
   * @param problems takes everything that is wrong
   * @return empty exactly when something is wrong
   */
  public static Optional<SystemModel> read(Path file, Problems problems) {
    return read(file, Map.of(), problems);
  }

  /**
   * Reads a system as if some of its files held other text.
   *
   * @param unsaved the text by the real path of the file
   * @param problems takes everything that is wrong
   * @return empty exactly when something is wrong
   */
  public static Optional<SystemModel> read(
      Path file, Map<Path, String> unsaved, Problems problems) {
    Draft draft = new Draft(YamlFile.shownName(file), problems);
    new Includes(draft, unsaved).readAll(file);
    draft.checkReferences();
    return problems.isEmpty() ? draft.model() : Optional.empty();
  }
}
