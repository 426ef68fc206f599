package dev.countersign.cli.compare;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.component.Component;
import dev.countersign.model.ModelFiles;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What threat models say against what is there.
 *
 * @param files the threat models that were compared; none where there are none
 * @param unreadable those that cannot be read
 * @param unmodelled components that ship and that no system mentions
 * @param vanished elements whose files, or whose name, are nowhere in the tree
 */
public record Comparison(
    List<String> files,
    List<String> unreadable,
    List<Component> unmodelled,
    List<Vanished> vanished) {
  public Comparison {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
    unmodelled = List.copyOf(unmodelled);
    vanished = List.copyOf(vanished);
  }

  /** Compares a tree with all threat models in it. */
  public static Comparison in(Path root, List<Component> components) {
    List<SystemModel> systems = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : ModelFiles.find(root).files()) {
      ModelReader.Result read = ModelReader.read(file);
      read.model().ifPresentOrElse(systems::add, () -> unreadable.add(file.toString()));
    }
    return of(root, components, systems, unreadable);
  }

  /** Compares a tree with one system. */
  public static Comparison with(Path root, List<Component> components, SystemModel system) {
    return of(root, components, List.of(system), List.of());
  }

  private static Comparison of(
      Path root, List<Component> components, List<SystemModel> systems, List<String> unreadable) {
    List<String> files = systems.stream().map(SystemModel::file).toList();
    if (systems.isEmpty()) {
      return new Comparison(files, unreadable, List.of(), List.of());
    }
    List<Coverage> coverages =
        systems.stream().map(system -> Coverage.of(system, root, components)).toList();
    List<Component> unmodelled =
        components.stream()
            .filter(it -> !it.aside() && it.confidence().atLeast(Confidence.LIKELY))
            .filter(it -> coverages.stream().noneMatch(coverage -> coverage.covers(it)))
            .toList();
    return new Comparison(
        files, unreadable, unmodelled, VanishedElements.of(root, systems, components));
  }
}
