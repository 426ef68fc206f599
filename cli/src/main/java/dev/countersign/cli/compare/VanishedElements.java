package dev.countersign.cli.compare;

import dev.countersign.discover.Detail;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Kind;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.discover.tree.Source;
import dev.countersign.discover.tree.Tree;
import dev.countersign.model.Element;
import dev.countersign.model.FilePatterns;
import dev.countersign.model.Repository;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds elements that nothing in the tree shows any more. Only what would show is looked for: files
 * that an element names, and names of hosted models and of MCP servers, which stand somewhere in
 * the text of some file while they are in use. Elements without either are never claimed to be
 * gone.
 */
final class VanishedElements {
  private final Path root;
  private final List<Component> components;
  private final List<Vanished> vanished = new ArrayList<>();

  private VanishedElements(Path root, List<Component> components) {
    this.root = root;
    this.components = components;
  }

  static List<Vanished> of(Path root, List<SystemModel> systems, List<Component> components) {
    VanishedElements search = new VanishedElements(root, components);
    systems.forEach(search::files);
    search.names(systems);
    return search.vanished;
  }

  private void files(SystemModel system) {
    Path folder = FileCoverage.folderOf(system);
    for (Element element : system.elements().values()) {
      for (String pattern : FileCoverage.patterns(element)) {
        if (!isThere(pattern, folder)) {
          vanished.add(new Vanished(system.info().id(), element, pattern, true));
        }
      }
    }
  }

  /**
   * What cannot be looked for counts as there: an address, a place outside, an unreadable folder.
   */
  private boolean isThere(String pattern, Path folder) {
    Path repository = Repository.rootOf(folder);
    if (pattern.contains("://")
        || !folder.resolve(start(pattern)).normalize().startsWith(repository)) {
      return true;
    }
    try {
      return Files.exists(folder.resolve(start(pattern) + ".dvc"))
          || !FilePatterns.find(List.of(pattern), folder, repository).isEmpty()
          || components.stream().anyMatch(it -> pattern.equals(it.detail(Detail.FILES).orElse("")));
    } catch (IOException | IllegalArgumentException unknown) {
      return true;
    }
  }

  /** The part before the first sign of a pattern. */
  private static String start(String pattern) {
    int end = 0;
    while (end < pattern.length() && "*?[{".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return pattern.substring(0, end);
  }

  private void names(List<SystemModel> systems) {
    List<Vanished> missing = new ArrayList<>();
    for (SystemModel system : systems) {
      system.elements().values().stream()
          .filter(VanishedElements::shows)
          .filter(element -> !isFound(element.id()))
          .filter(element -> !isFound(element.text("supplier").orElse(element.id())))
          .forEach(it -> missing.add(new Vanished(system.info().id(), it, it.id(), false)));
    }
    if (!missing.isEmpty()) {
      Tree.of(root).sources().forEach(source -> drop(missing, source));
    }
    vanished.addAll(missing);
  }

  /** Whether an element is called what files would call it. */
  private static boolean shows(Element element) {
    return switch (element.kind()) {
      case MODEL ->
          ModelNames.hosted(element.id()).isPresent() && FileCoverage.patterns(element).isEmpty();
      case MCP_SERVER -> true;
      default -> false;
    };
  }

  private boolean isFound(String id) {
    String spelt = Spelling.of(id);
    return components.stream()
        .filter(it -> it.kind() == Kind.MCP_SERVER || it.kind() == Kind.HOSTED_MODEL)
        .map(it -> Spelling.of(it.name()))
        .anyMatch(name -> name.contains(spelt) || name.length() > 2 && spelt.contains(name));
  }

  /** Whatever a file mentions, in whatever way it is written, is not gone. */
  private static void drop(List<Vanished> missing, Source source) {
    if (missing.isEmpty() || source.isArtefact() || source.name().endsWith("countersign.yaml")) {
      return;
    }
    String text = source.fresh().text().toLowerCase(Locale.ROOT);
    missing.removeIf(it -> mentions(text, it.missing()));
  }

  private static boolean mentions(String text, String id) {
    return text.contains(id)
        || text.contains(id.replace('-', '_'))
        || text.contains(id.replace('-', ' '))
        || text.contains(id.replace("-", ""));
  }
}
