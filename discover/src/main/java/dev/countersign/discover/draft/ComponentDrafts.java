package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.COMPONENT;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Drafts components: in each unit what trains and what uses models, then the services that are
 * deployed, then the agent that works on the repository.
 */
final class ComponentDrafts {
  /** Findings that make a component of the unit that they lie in. */
  private static final List<What> USES =
      List.of(What.HOSTED_MODEL, What.HUB_MODEL, What.TOOL, What.MEMORY);

  private final Bench bench;
  private final Set<String> training;
  private final Set<String> catalogues;

  ComponentDrafts(Bench bench) {
    this.bench = bench;
    this.training = trainingFiles(bench);
    this.catalogues = ModelDrafts.catalogues(bench);
  }

  void draft() {
    Set<String> units = new TreeSet<>();
    Stream.concat(USES.stream().flatMap(bench::about), calls())
        .filter(finding -> !training.contains(finding.where().file()))
        .filter(finding -> !catalogues.contains(finding.where().file()))
        .filter(finding -> finding.detail(Detail.OFFERED_BY).isEmpty())
        .filter(finding -> !finding.is(Detail.KIND, "served"))
        .forEach(finding -> units.add(bench.unit(finding)));
    units.forEach(unit -> new ServingDraft(bench, unit, training).draft());
    trainingJobs();
    new ServiceDrafts(bench).draft();
    new CodingAgentDraft(bench).draft();
  }

  private Stream<Finding> calls() {
    return Stream.concat(
        bench.libraries(What.IMPORT, "hosted-client"),
        bench.about(What.LOADS_MODEL).filter(load -> isModel(load)));
  }

  /** A pickle may hold anything; it counts where the file imports a library for models. */
  private boolean isModel(Finding load) {
    return bench
        .about(What.IMPORT)
        .filter(found -> found.where().file().equals(load.where().file()))
        .anyMatch(found -> found.is(Detail.KIND, "training") || found.is(Detail.KIND, "inference"));
  }

  /** Files that train and show no page: what is in them is the training's. */
  private static Set<String> trainingFiles(Bench bench) {
    Set<String> files = new TreeSet<>(bench.trainingFiles());
    files.removeAll(bench.files(What.ROUTE));
    return files;
  }

  private void trainingJobs() {
    List<Finding> found =
        bench
            .about(What.TRAINING)
            .filter(finding -> training.contains(finding.where().file()))
            .toList();
    // A stage of DVC starts code that is found by itself, unless it lies elsewhere.
    boolean code = found.stream().anyMatch(finding -> !finding.is(Detail.PRODUCT, "DVC"));
    found.stream()
        .filter(finding -> !code || !finding.is(Detail.PRODUCT, "DVC"))
        .forEach(this::trainingJob);
  }

  private void trainingJob(Finding finding) {
    String unit = bench.unit(finding);
    bench
        .piece(COMPONENT, "training:" + unit, bench.nameOf(unit) + "-training", finding.where())
        .ifPresent(job -> {
          reads(job, finding);
          Manifests.dependencies(bench, unit, job);
        });
  }

  private void reads(Piece job, Finding finding) {
    String file = finding.where().file();
    bench.trainedBy(file).stream()
        .flatMap(model -> model.values("trained-on").stream())
        .forEach(data -> job.add("reads", data, finding.where()));
  }
}
