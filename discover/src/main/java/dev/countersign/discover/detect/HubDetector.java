package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWord;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.lexicon.ModelNames;
import dev.countersign.discover.tree.Source;
import java.util.Locale;
import java.util.Optional;

/** Weights and datasets that code takes from a public hub. */
public final class HubDetector implements Detector {
  private static final int LENGTH_OF_COMMIT = 40;

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Call call : source.code().calls()) {
      CallWords.find(CallWords.HUB, call.resolved())
          .filter(word -> Imported.needed(source, word.needs()))
          .ifPresent(word -> model(call, word, findings));
      CallWords.find(CallWords.DATASETS, call.resolved())
          .ifPresent(word -> dataset(call, word, findings));
      pretrained(call, findings);
    }
  }

  private static void model(Call call, CallWord word, Findings findings) {
    Optional<String> name =
        call.text(word.names().toArray(String[]::new)).or(() -> at(call, word.argument()));
    // The dataset of repo_type="dataset" is none of our models.
    name.filter(text -> isModel(text, word) && call.named("repo_type").isEmpty())
        .ifPresent(text -> model(text, call, word, findings));
  }

  private static void model(String name, Call call, CallWord word, Findings findings) {
    String type = call.receiver().substring(call.receiver().lastIndexOf('.') + 1);
    Optional<String> task =
        ModelNames.taskOfClass(type)
            .or(() -> ModelNames.taskOfClass(call.name()))
            .or(() ->
                call.name().equals("pipeline")
                    ? call.first().flatMap(ModelNames::taskOfClass)
                    : Optional.empty())
            .or(() -> Optional.of(word.task()).filter(known -> !known.isEmpty()))
            .or(() -> ModelNames.task(name));
    findings
        .at(What.HUB_MODEL, name, call.line())
        .with(Detail.SUPPLIER, supplier(name, word))
        .with(Detail.TASK, task)
        .with(Detail.LOADER, loader(call, word))
        .with(Detail.UPDATES, updates(call, name))
        .with(Detail.KIND, isTokeniser(type) ? "tokeniser" : "weights")
        .likely();
  }

  /** {@code from_pretrained} without a revision takes whatever the hub holds that day. */
  private static String updates(Call call, String name) {
    String revision = call.named("revision").orElse("");
    boolean commit = revision.length() == LENGTH_OF_COMMIT && !revision.contains("_");
    boolean moves = call.name().equals("from_pretrained") && revision.isEmpty();
    return commit ? "pinned" : moves && ModelNames.isHubName(name) ? "automatic" : "";
  }

  private static String loader(Call call, CallWord word) {
    return call.named("trust_remote_code").filter("True"::equals).isPresent()
        ? "trusts-remote-code"
        : word.loader();
  }

  private static String supplier(String name, CallWord word) {
    return ModelNames.isHubName(name) ? name.substring(0, name.indexOf('/')) : word.supplier();
  }

  private static boolean isTokeniser(String type) {
    return type.contains("Tokenizer") || type.contains("Processor") || type.contains("Config");
  }

  /** A name on a hub, or a bare one such as {@code gpt2} or {@code yolov8n.pt}; no path. */
  private static boolean isModel(String text, CallWord word) {
    boolean bare = ModelNames.isName(text) && text.indexOf('/') < 0;
    boolean known = ModelNames.task(text).isPresent() || !word.supplier().isEmpty();
    return ModelNames.isHubName(text) && !isPath(text) || bare && known && text.length() > 2;
  }

  private static boolean isPath(String text) {
    return text.startsWith(".") || text.startsWith("models/") || text.startsWith("output");
  }

  /**
   * {@code models.resnet50(weights="IMAGENET1K_V2")} of torchvision, {@code
   * ResNet50(weights="imagenet")} of Keras.
   */
  private static void pretrained(Call call, Findings findings) {
    String type = call.receiver().substring(call.receiver().lastIndexOf('.') + 1);
    boolean torch = type.equals("models") && call.named("weights", "pretrained").isPresent();
    boolean keras = call.named("weights").filter("imagenet"::equals).isPresent();
    if (torch || keras) {
      findings
          .at(What.HUB_MODEL, call.name().toLowerCase(Locale.ROOT), call.line())
          .with(Detail.SUPPLIER, torch ? "torchvision" : "Keras Applications")
          .with(Detail.TASK, ModelNames.task(call.name()))
          .with(Detail.KIND, "weights")
          .likely();
    }
  }

  private static Optional<String> at(Call call, int argument) {
    return argument < call.strings().size()
        ? Optional.of(call.strings().get(argument))
        : Optional.empty();
  }

  private static void dataset(Call call, CallWord word, Findings findings) {
    String name = word.name().isEmpty() ? call.first().orElse("") : word.name();
    boolean local =
        name.equals("csv") || name.equals("json") || name.equals("parquet") || name.equals("text");
    if (ModelNames.isName(name) && !local) {
      boolean owned = ModelNames.isHubName(name);
      findings
          .at(What.PUBLIC_DATASET, name, call.line())
          .with(Detail.SUPPLIER, owned ? name.substring(0, name.indexOf('/')) : word.supplier())
          .likely();
    }
  }
}
