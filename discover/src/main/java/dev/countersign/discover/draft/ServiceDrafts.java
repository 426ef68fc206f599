package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.MODEL;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.List;
import java.util.Locale;

/**
 * Drafts what is deployed besides the code of the repository: servers of models, scheduled jobs.
 */
final class ServiceDrafts {
  private static final List<String> JOBS =
      List.of(
          "train",
          "fine-tune",
          "finetune",
          "embed",
          "index",
          "ingest",
          "predict",
          "score",
          "infer");

  private final Bench bench;

  ServiceDrafts(Bench bench) {
    this.bench = bench;
  }

  void draft() {
    bench.about(What.SERVICE).filter(ServiceDrafts::isOne).forEach(this::service);
  }

  /** A scheduled job may be about anything; its name has to say that it is about models. */
  private static boolean isOne(Finding service) {
    String name = service.name().toLowerCase(Locale.ROOT);
    return service.detail(Detail.PRODUCT).isPresent()
        || service.is(Detail.STARTS, "schedule") && JOBS.stream().anyMatch(name::contains);
  }

  private void service(Finding service) {
    bench
        .piece(COMPONENT, "service:" + service.name(), service.name(), service.where())
        .ifPresent(component -> {
          component.note(service.detail(Detail.PRODUCT).orElse(""));
          service
              .detail(Detail.INTERFACE)
              .ifPresent(word -> component.add("interface", word, service.where()));
          service
              .detail(Detail.STARTS)
              .ifPresent(word -> component.add("starts", word, service.where()));
          service.detail(Detail.RUNS).ifPresent(model -> runs(component, model, service));
        });
  }

  private void runs(Piece component, String model, Finding service) {
    bench
        .known(MODEL, ModelDrafts.hubKey(model))
        .or(() -> bench.known(MODEL, "file:/" + model))
        .ifPresent(piece -> component.add("runs", piece.id(), service.where()));
  }
}
