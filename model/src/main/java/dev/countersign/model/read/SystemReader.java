package dev.countersign.model.read;

import dev.countersign.model.SystemModel;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlFile;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Scalar;
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

  /**
   * Reads a system from one text; an include in it is a problem.
   *
   * @param name shown to people in place of a file
   * @param problems takes everything that is wrong
   * @return empty exactly when something is wrong
   */
  public static Optional<SystemModel> parse(String name, byte[] text, Problems problems) {
    Draft draft = new Draft(name, problems);
    draft.source(name);
    YamlFile.parse(name, text, problems).ifPresent(root -> bind(root, draft));
    draft.checkReferences();
    return problems.isEmpty() ? draft.model() : Optional.empty();
  }

  private static void bind(YamlNode root, Draft draft) {
    if (!(root instanceof Mapping map)) {
      draft.problems.expected(root, "a map of sections", "Start with 'countersign: 1'.");
      return;
    }
    for (Scalar include : new Sections(draft, true).bind(map)) {
      draft.problems.add(
          "bad-include",
          include.span(),
          "this text stands alone and includes nothing",
          "no include",
          "Write what the file holds in its place.");
    }
  }
}
