package dev.countersign.cli.discover;

import dev.countersign.assess.Checked;
import dev.countersign.assess.DriftFindings;
import dev.countersign.assess.Finding;
import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.compare.Comparison;
import dev.countersign.cli.compare.Vanished;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Inventory;
import dev.countersign.discover.Remembered;
import dev.countersign.discover.cache.Cache;
import dev.countersign.discover.component.Component;
import dev.countersign.discover.component.Components;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to checked systems what their folders say against them. */
public final class Drift {
  /** More than this of one system is a model that has to be drafted, not mended. */
  private static final int MOST = 50;

  private Drift() {}

  /**
   * The outcome with a warning for each difference.
   *
   * @param cache the folder of what is remembered of files
   */
  public static Outcome.Done added(Outcome.Done done, Optional<Path> cache) {
    List<String> limits = new ArrayList<>(done.limits());
    List<Checked> systems =
        done.systems().stream().map(system -> added(system, cache, limits)).toList();
    return new Outcome.Done(systems, limits, done.rules(), done.knowledge());
  }

  private static Checked added(Checked checked, Optional<Path> cache, List<String> limits) {
    SystemModel system = checked.assessment().system();
    Path folder = Path.of(system.file()).toAbsolutePath().normalize().resolveSibling("");
    Remembered remembered =
        cache.<Remembered>map(at -> Cache.open(at, folder)).orElse(Remembered.NOTHING);
    Inventory inventory = Discovery.of(folder, remembered, _ -> {});
    limits.addAll(inventory.limits());
    Comparison comparison = Comparison.with(folder, Components.of(inventory), system);
    return new Checked(
        checked.assessment().with(findings(system, comparison)),
        checked.catalogue(),
        checked.policy(),
        checked.rules());
  }

  private static List<Finding> findings(SystemModel system, Comparison comparison) {
    List<Finding> findings = new ArrayList<>();
    comparison.unmodelled().stream().limit(MOST).forEach(it -> findings.add(finding(system, it)));
    comparison.vanished().forEach(it -> findings.add(finding(it)));
    return findings;
  }

  private static Finding finding(SystemModel system, Component component) {
    return DriftFindings.unmodelled(
        system,
        component.kind().title(),
        component.name(),
        component.places().getFirst().toString());
  }

  private static Finding finding(Vanished vanished) {
    return vanished.byFiles()
        ? DriftFindings.withoutFiles(vanished.element(), vanished.missing())
        : DriftFindings.unnamed(vanished.element());
  }
}
