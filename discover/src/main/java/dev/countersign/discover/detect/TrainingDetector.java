package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Code;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Code that trains, with the estimators, losses and networks that it makes. */
public final class TrainingDetector implements Detector {
  private static final Set<String> NETWORKS =
      Set.of(
          "nn.Module",
          "torch.nn.Module",
          "keras.Model",
          "LightningModule",
          "pl.LightningModule",
          "L.LightningModule",
          "tf.keras.Model",
          "nn.Cell");

  /** Fitted beside models, and none. */
  private static final List<String> HELPERS =
      List.of(
          "scaler",
          "encoder",
          "vectorizer",
          "imputer",
          "tokenizer",
          "pca",
          "binarizer",
          "transformer",
          "selector",
          "tfidf",
          "preprocess");

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean library = Imported.kind(source, "training");
    Set<String> seen = new HashSet<>();
    for (Call call : source.code().calls()) {
      if (trains(call, library)) {
        findings.at(What.TRAINING, call.name(), call.line()).likely();
      }
      if (library && seen.add(made(call))) {
        estimator(made(call), call.line(), findings);
      }
    }
    source.code().functions().stream()
        .filter(function -> function.parents().stream().anyMatch(NETWORKS::contains))
        .forEach(network -> network(network, findings));
  }

  private static boolean trains(Call call, boolean library) {
    boolean named =
        CallWords.has(CallWords.TRAINS, call.resolved())
            || library && CallWords.has(CallWords.TRAINS_WITH_LIBRARY, call.resolved());
    String receiver = call.receiver().toLowerCase(Locale.ROOT);
    return named && HELPERS.stream().noneMatch(receiver::contains);
  }

  /** The name of what is called, as its library calls it. */
  private static String made(Call call) {
    return call.resolved().substring(call.resolved().lastIndexOf('.') + 1);
  }

  private static void estimator(String name, int line, Findings findings) {
    for (Map.Entry<String, String> ending : CallWords.ESTIMATORS.entrySet()) {
      if (name.endsWith(ending.getKey()) && Character.isUpperCase(name.charAt(0))) {
        findings.at(What.ESTIMATOR, name, line).with(Detail.TASK, ending.getValue()).likely();
        return;
      }
    }
  }

  private static void network(Code.Function network, Findings findings) {
    findings
        .at(What.ESTIMATOR, network.name(), network.line())
        .with(Detail.KIND, "network")
        .likely();
  }
}
