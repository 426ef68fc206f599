package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Images;
import dev.countersign.discover.lexicon.ModelNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a container that somebody deploys means. */
final class Containers {
  private static final Set<String> MODEL_OPTIONS =
      Set.of(
          "--model",
          "--model-id",
          "--model_name",
          "--served-model-name",
          "--model-path",
          "-m",
          "serve");

  private Containers() {}

  /** Adds a container that serves models or keeps data; others are passed over. */
  static void add(String name, String image, List<String> words, int line, Findings findings) {
    if (!server(name, image, words, line, findings)) {
      Images.store(image)
          .ifPresent(store ->
              findings
                  .at(What.STORE, name, line)
                  .with(Detail.STORE_TYPE, store.type())
                  .with(Detail.PRODUCT, store.product())
                  .sure());
    }
  }

  /** Adds a container that serves models. */
  static boolean server(
      String name, String image, List<String> words, int line, Findings findings) {
    Optional<String> product = Images.server(image);
    product.ifPresent(known -> {
      Optional<String> model = model(words);
      findings
          .at(What.SERVICE, name, line)
          .with(Detail.PRODUCT, known)
          .with(Detail.INTERFACE, "api")
          .with(Detail.RUNS, model)
          .sure();
      model.ifPresent(id -> hub(id, line, findings));
    });
    return product.isPresent();
  }

  /** The model that a command names: {@code --model org/name}, {@code --model-id=org/name}. */
  static Optional<String> model(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      String value = equals < 0 ? next : word.substring(equals + 1);
      boolean names = MODEL_OPTIONS.contains(key) || key.equals("MODEL_ID") || key.equals("MODEL");
      if (names && ModelNames.isHubName(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static void hub(String model, int line, Findings findings) {
    findings
        .at(What.HUB_MODEL, model, line)
        .with(Detail.SUPPLIER, model.substring(0, model.indexOf('/')))
        .with(Detail.TASK, ModelNames.task(model))
        .with(Detail.KIND, "served")
        .sure();
  }

  /** The last part of an image's name, without tag and digest. */
  static String nameOf(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    int end = last.indexOf(last.contains("@") ? '@' : ':');
    return end < 0 ? last : last.substring(0, end);
  }
}
