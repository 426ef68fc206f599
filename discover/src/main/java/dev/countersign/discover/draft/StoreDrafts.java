package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.CORPUS;
import static dev.countersign.model.ElementKind.MODEL;
import static dev.countersign.model.ElementKind.STORE;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Drafts stores, and the corpora that are searched in them. */
final class StoreDrafts {
  private static final Set<String> TYPES =
      Set.of("vector-store", "model-registry", "object-store", "notebook-server");

  private final Bench bench;
  private final CorpusFiles documents;

  StoreDrafts(Bench bench, CorpusFiles documents) {
    this.bench = bench;
    this.documents = documents;
  }

  void draft() {
    bench
        .about(What.STORE)
        .filter(store -> TYPES.contains(store.detail(Detail.STORE_TYPE).orElse("")))
        .forEach(store -> store(store, store.detail(Detail.STORE_TYPE).orElse("")));
    libraries(What.IMPORT);
    if (bench.all(STORE).isEmpty()) {
      libraries(What.LIBRARY);
    }
    bench.about(What.MODEL_FILE).forEach(this::remote);
    corpora();
    databases();
  }

  private void libraries(What what) {
    bench.libraries(what, "vector-store").forEach(found -> store(found, "vector-store"));
    bench.libraries(what, "model-registry").forEach(found -> store(found, "model-registry"));
  }

  private void store(Finding finding, String type) {
    String product = finding.detail(Detail.PRODUCT).orElse(finding.name());
    bench
        .piece(
            STORE,
            product,
            product.equals("memory") ? "vectors" : product.toLowerCase(java.util.Locale.ROOT),
            finding.where())
        .ifPresent(store -> store.say("type", type, finding.where()));
  }

  /** Where a manifest says that a model is fetched from. */
  private void remote(Finding file) {
    Optional<String> type = file.detail(Detail.STORE_TYPE);
    if (type.isEmpty()) {
      return;
    }
    bench
        .piece(STORE, "remote:" + type.get(), "model-" + type.get(), file.where())
        .ifPresent(store -> {
          store.say("type", type.get(), file.where());
          bench.all(MODEL).stream()
              .filter(model -> model.where().equals(file.where()))
              .forEach(model -> model.say("stored", store.id(), file.where()));
        });
  }

  /** One for each unit that searches. */
  private void corpora() {
    Map<String, Finding> units = new TreeMap<>();
    Set<String> code = bench.files(What.IMPORT);
    bench
        .about(What.STORE)
        .filter(store -> store.is(Detail.STORE_TYPE, "vector-store") && store.where().line() > 0)
        .filter(store -> code.contains(store.where().file()))
        .forEach(store -> units.putIfAbsent(bench.unit(store), store));
    bench
        .libraries(What.IMPORT, "vector-store")
        .forEach(store -> units.putIfAbsent(bench.unit(store), store));
    units.forEach(this::corpus);
  }

  private void corpus(String unit, Finding search) {
    String product = search.detail(Detail.PRODUCT).orElse(search.name());
    bench
        .piece(
            CORPUS,
            unit,
            unit.isEmpty() ? "documents" : bench.nameOf(unit) + "-documents",
            search.where())
        .ifPresent(corpus -> {
          bench
              .known(STORE, product)
              .ifPresent(store -> corpus.say("stored", store.id(), search.where()));
          files(corpus, unit);
        });
  }

  private void files(Piece corpus, String unit) {
    Set<String> folders = new TreeSet<>();
    List<Finding> own =
        documents.list().stream()
            .filter(file -> bench.unit(file).equals(unit) || unit.isEmpty())
            .filter(file -> folders.add(Paths.folder(file.name())))
            .limit(4)
            .toList();
    own.forEach(file -> corpus.file(pattern(file.name()), file.where()));
  }

  private static String pattern(String path) {
    String folder = Paths.folder(path);
    return (folder.isEmpty() ? "" : folder + "/") + "*." + Paths.extension(path);
  }

  private void databases() {
    Set<String> products = new TreeSet<>();
    bench
        .about(What.STORE)
        .filter(store -> store.is(Detail.STORE_TYPE, "database"))
        .forEach(store ->
            products.add(store.detail(Detail.PRODUCT).orElse("") + " (" + store.where() + ")"));
    if (!products.isEmpty()) {
      bench.leave(
          STORE,
          "Databases are not drafted, since no file says what they hold for a model: "
              + String.join(", ", products)
              + ".");
    }
  }
}
