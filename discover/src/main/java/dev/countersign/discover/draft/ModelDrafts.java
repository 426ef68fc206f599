package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.MODEL;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import dev.countersign.discover.Where;
import dev.countersign.discover.lexicon.ModelNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Drafts models: hosted ones, those from a hub, artefacts among the files, those trained here. */
final class ModelDrafts {
  /** A file that names more hosted models than this is a list of them, not a use of each. */
  private static final int CATALOGUE = 8;

  private static final int CHECKPOINTS = 3;

  private final Bench bench;

  ModelDrafts(Bench bench) {
    this.bench = bench;
  }

  /** What makes a hosted model the same one, however a file writes it. */
  static String hostedKey(String name) {
    return "hosted:" + ModelNames.bare(name).toLowerCase(Locale.ROOT);
  }

  /** What makes a model of a hub the same one. */
  static String hubKey(String name) {
    return "hub:" + name.toLowerCase(Locale.ROOT);
  }

  /** What makes the model of a supplier whose name no file tells. */
  static String supplierKey(String supplier) {
    return "supplier:" + supplier;
  }

  void draft() {
    artefacts();
    new TrainedDrafts(bench).draft();
    hub();
    hosted();
    suppliers();
    bench.all(MODEL).forEach(ModelDrafts::task);
  }

  /** Files that list every model there is tell what could be used, not what is. */
  static Set<String> catalogues(Bench bench) {
    Map<String, Set<String>> names = new TreeMap<>();
    bench
        .about(What.HOSTED_MODEL)
        .forEach(f -> names.computeIfAbsent(f.where().file(), _ -> new TreeSet<>()).add(f.name()));
    names.values().removeIf(found -> found.size() <= CATALOGUE);
    return names.keySet();
  }

  private void artefacts() {
    Map<String, List<Finding>> folders = new TreeMap<>();
    bench
        .about(What.MODEL_FILE)
        .forEach(f -> folders.computeIfAbsent(group(f), _ -> new ArrayList<>()).add(f));
    folders.forEach(this::artefacts);
  }

  private static String group(Finding finding) {
    String path = finding.detail(Detail.FILES).orElse(finding.name());
    String stem = Paths.withoutShard(Paths.stem(path));
    return Paths.isGeneric(stem) ? Paths.folder(path) + "/" : Paths.folder(path) + "/" + stem;
  }

  private void artefacts(String group, List<Finding> files) {
    Finding first = files.getFirst();
    String path = first.detail(Detail.FILES).orElse(first.name());
    String telling = Paths.telling(path);
    String name = telling.isEmpty() ? bench.project() + "-model" : telling;
    Optional<Piece> piece = bench.piece(MODEL, "file:" + group, name, first.where());
    piece.ifPresent(model -> {
      facts(model, first);
      if (files.size() > CHECKPOINTS) {
        String pattern = Paths.folder(path) + "/*." + Paths.extension(path);
        model.say("files", pattern, Optional.of(first.where()), files.size() + " files");
      } else {
        files.forEach(f -> f.detail(Detail.FILES).ifPresent(p -> model.file(p, f.where())));
      }
      beside(model, first);
    });
  }

  private static void facts(Piece model, Finding file) {
    model.say("task", file, Detail.TASK);
    model.say("format", file, Detail.FORMAT);
    model.say("loader", file, Detail.LOADER);
  }

  /** What the configuration in the folder of the weights says. */
  private void beside(Piece model, Finding file) {
    bench
        .about(What.TRAIT)
        .filter(trait -> trait.where().folder().equals(file.where().folder()))
        .forEach(trait -> {
          trait.detail(Detail.TASK).ifPresent(task -> model.correct("task", task, trait.where()));
          trait.detail(Detail.BASE).ifPresent(base -> adapter(model, base, trait));
        });
  }

  private void adapter(Piece model, String base, Finding trait) {
    hub(base, trait)
        .ifPresent(piece -> {
          model.add("base", piece.id(), trait.where());
          ModelNames.task(base).ifPresent(task -> model.say("task", task, trait.where()));
        });
  }

  private void hub() {
    bench
        .about(What.HUB_MODEL)
        .filter(finding -> ModelNames.hosted(finding.name()).isEmpty())
        .forEach(finding -> hub(finding.name(), finding));
  }

  private Optional<Piece> hub(String name, Finding finding) {
    return hub(bench, name, finding);
  }

  /** The model of a hub that a finding names. */
  static Optional<Piece> hub(Bench bench, String name, Finding finding) {
    Optional<Piece> piece =
        bench.piece(MODEL, hubKey(name), name.substring(name.indexOf('/') + 1), finding.where());
    piece.ifPresent(model -> {
      Where where = finding.where();
      model.say("task", finding, Detail.TASK);
      ModelNames.task(name).ifPresent(task -> model.say("task", task, where));
      model.say(
          "origin", "open-weights", Optional.of(where), ModelNames.isHubName(name) ? name : "");
      model.say("supplier", finding, Detail.SUPPLIER);
      if (!finding.is(Detail.KIND, "tokeniser")) {
        model.say("updates", finding, Detail.UPDATES);
      }
      finding.detail(Detail.LOADER).ifPresent(loader -> model.correct("loader", loader, where));
    });
    return piece;
  }

  private void hosted() {
    Set<String> catalogues = catalogues(bench);
    bench
        .about(What.HOSTED_MODEL)
        .filter(finding -> !catalogues.contains(finding.where().file()))
        .forEach(this::hosted);
    catalogues.forEach(file ->
        bench.leave(
            MODEL, "%s lists many hosted models: add those that are used.".formatted(file)));
  }

  private void hosted(Finding finding) {
    String name = ModelNames.bare(finding.name());
    bench
        .piece(MODEL, hostedKey(name), name, finding.where())
        .ifPresent(model -> {
          model.say("task", finding, Detail.TASK);
          model.say("origin", "hosted", finding.where());
          model.say("supplier", finding, Detail.SUPPLIER);
          model.say("updates", finding, Detail.UPDATES);
        });
  }

  /** A client of a host whose model no file names. */
  private void suppliers() {
    bench
        .libraries(What.IMPORT, "hosted-client")
        .filter(finding -> finding.detail(Detail.PRODUCT).isPresent())
        .forEach(finding -> finding.detail(Detail.PRODUCT).ifPresent(p -> supplier(p, finding)));
  }

  private void supplier(String product, Finding finding) {
    boolean named =
        bench.about(What.HOSTED_MODEL).anyMatch(found -> found.is(Detail.SUPPLIER, product));
    if (!named) {
      bench
          .piece(
              MODEL,
              supplierKey(product),
              product.toLowerCase(Locale.ROOT) + "-model",
              finding.where())
          .ifPresent(model -> {
            model.say("origin", "hosted", finding.where());
            model.say("supplier", product, finding.where());
            model.say("task", "generation", Optional.empty(), Drafter.ASSUMED);
          });
    }
  }

  /** The language asks for a task, and where no file tells one the draft says so. */
  private static void task(Piece model) {
    model.say("task", "classification", Optional.empty(), Drafter.ASSUMED);
  }
}
