package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.MODEL;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Drafts models that code of the repository trains. */
final class TrainedDrafts {
  private static final List<String> HELPERS =
      List.of(
          "scaler",
          "encoder",
          "vectorizer",
          "imputer",
          "tokenizer",
          "label",
          "columns",
          "features",
          "optimizer",
          "history",
          "params",
          "metrics",
          "dict",
          "vocab",
          "tfidf",
          "embedding",
          "cache",
          "data");

  private final Bench bench;
  private final Map<String, List<Finding>> saves;
  private final Map<String, List<Finding>> estimators;
  private final Map<String, List<Finding>> bases;

  TrainedDrafts(Bench bench) {
    this.bench = bench;
    this.saves = bench.byFile(What.SAVES_MODEL);
    this.estimators = bench.byFile(What.ESTIMATOR);
    this.bases = bench.byFile(What.HUB_MODEL);
  }

  /** What makes the model that a unit trains and does not name. */
  static String key(String unit) {
    return "trained:" + unit;
  }

  void draft() {
    Set<String> files = bench.trainingFiles();
    Set<String> seen = new TreeSet<>();
    bench
        .about(What.TRAINING)
        .filter(finding -> files.contains(finding.where().file()))
        .filter(finding -> !finding.is(Detail.PRODUCT, "DVC"))
        .filter(finding -> seen.add(finding.where().file()))
        .forEach(this::file);
    bench
        .about(What.TRAINING)
        .filter(finding -> finding.is(Detail.PRODUCT, "DVC"))
        .forEach(this::stage);
  }

  private void file(Finding training) {
    List<Finding> saved =
        saves.getOrDefault(training.where().file(), List.of()).stream()
            .filter(TrainedDrafts::isModel)
            .toList();
    if (saved.isEmpty()) {
      unnamed(training);
    }
    saved.forEach(save -> saved(save, training));
  }

  /** What a stage of DVC that trains writes is a model that is trained here. */
  private void stage(Finding stage) {
    bench.all(MODEL).stream()
        .filter(model -> model.where().file().equals(stage.where().file()))
        .forEach(model -> {
          model.say("origin", "trained-here", stage.where());
          bench.trains(stage.where().file(), model);
        });
  }

  private static boolean isModel(Finding save) {
    String name = save.detail(Detail.FILES).map(Paths::name).orElse("").toLowerCase(Locale.ROOT);
    return !name.isEmpty() && HELPERS.stream().noneMatch(name::contains);
  }

  private void saved(Finding save, Finding training) {
    String path = save.detail(Detail.FILES).orElse(save.name());
    Optional<Piece> artefact = artefact(path);
    String telling = Paths.telling(path);
    String name = telling.isEmpty() ? bench.nameOf(bench.unit(save)) + "-model" : telling;
    artefact
        .or(() -> bench.piece(MODEL, "saved:" + Paths.name(path), name, save.where()))
        .ifPresent(model -> {
          model.say("format", save, Detail.FORMAT);
          model.say("files", path, Optional.of(save.where()), "written there");
          trained(model, training);
        });
  }

  /** The artefact among the files that this path means. */
  private Optional<Piece> artefact(String path) {
    return bench
        .about(What.MODEL_FILE)
        .filter(file -> Paths.name(file.detail(Detail.FILES).orElse("")).equals(Paths.name(path)))
        .map(file -> file.where())
        .flatMap(where -> bench.all(MODEL).stream().filter(piece -> piece.where().equals(where)))
        .findFirst();
  }

  private void unnamed(Finding training) {
    String unit = bench.unit(training);
    boolean known =
        bench.all(MODEL).stream().anyMatch(model -> model.says("format"))
            && bench.known(MODEL, key(unit)).isEmpty();
    Optional<Piece> only = known ? onlyArtefact() : Optional.empty();
    only.or(() -> known ? Optional.empty() : fresh(unit, training))
        .ifPresent(model -> trained(model, training));
  }

  /** Where there is one artefact and code that trains, that code trains it. */
  private Optional<Piece> onlyArtefact() {
    List<Piece> models = bench.all(MODEL);
    return models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty();
  }

  private Optional<Piece> fresh(String unit, Finding training) {
    return bench.piece(MODEL, key(unit), bench.nameOf(unit) + "-model", training.where());
  }

  private void trained(Piece model, Finding training) {
    String file = training.where().file();
    List<Finding> weights =
        bases.getOrDefault(file, List.of()).stream()
            .filter(base -> base.is(Detail.KIND, "weights"))
            .toList();
    bench.trains(file, model);
    model.say("origin", weights.isEmpty() ? "trained-here" : "fine-tuned-here", training.where());
    estimators.getOrDefault(file, List.of()).stream()
        .filter(estimator -> estimator.detail(Detail.TASK).isPresent())
        .findFirst()
        .ifPresent(estimator -> model.say("task", estimator, Detail.TASK));
    for (Finding base : weights) {
      ModelDrafts.hub(bench, base.name(), base)
          .filter(piece -> piece != model)
          .ifPresent(piece -> model.add("base", piece.id(), base.where()));
      model.say("task", base, Detail.TASK);
    }
  }
}
