package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.tree.Source;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import dev.countersign.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes manifests: KServe inference services, and containers that serve models or keep data.
 */
public final class KubernetesDetector implements Detector {
  private static final int DEEPEST = 12;

  /** What KServe calls the formats of models. */
  private static final Map<String, String> FORMATS =
      Map.of(
          "sklearn", "pickle",
          "xgboost", "native-tree",
          "lightgbm", "native-tree",
          "pytorch", "pytorch",
          "tensorflow", "saved-model",
          "onnx", "onnx",
          "pmml", "pmml");

  @Override
  public boolean wants(Source source) {
    boolean yaml = source.extension().equals("yml") || source.extension().equals("yaml");
    return yaml && source.text().contains("apiVersion:") && source.text().contains("kind:");
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Mapping document : Yaml.documents(source)) {
      String kind = Yaml.text(document, "kind");
      String name = Yaml.text(document, "metadata", "name");
      if (kind.equals("InferenceService")) {
        inference(document, name, findings);
      } else if (!kind.isEmpty()) {
        boolean job = kind.equals("CronJob");
        containers(document, name, job, DEEPEST, findings);
      }
    }
  }

  private static void inference(Mapping document, String name, Findings findings) {
    YamlNode predictor = Yaml.at(document, "spec", "predictor").orElse(document);
    String format = Yaml.text(predictor, "model", "modelFormat", "name");
    String uri = Yaml.text(predictor, "model", "storageUri");
    for (Map.Entry<String, String> known : FORMATS.entrySet()) {
      boolean old = Yaml.at(predictor, known.getKey()).isPresent();
      format = old ? known.getKey() : format;
      uri = old && uri.isEmpty() ? Yaml.text(predictor, known.getKey(), "storageUri") : uri;
    }
    int line = Yaml.line(predictor);
    findings
        .at(What.MODEL_FILE, name + "-model", line)
        .with(Detail.FORMAT, FORMATS.getOrDefault(format, ""))
        .with(Detail.PRODUCT, "KServe")
        .with(Detail.STORE_TYPE, store(uri))
        .with(Detail.VALUE, uri)
        .sure();
    findings
        .at(What.SERVICE, name, Yaml.line(document))
        .with(Detail.PRODUCT, "KServe")
        .with(Detail.INTERFACE, "api")
        .with(Detail.RUNS, name + "-model")
        .sure();
  }

  private static String store(String uri) {
    return uri.startsWith("s3://") || uri.startsWith("gs://") || uri.contains("blob.core")
        ? "object-store"
        : uri.startsWith("pvc://") ? "file-share" : uri.startsWith("hf://") ? "model-hub" : "";
  }

  private static void containers(
      YamlNode node, String name, boolean scheduled, int depth, Findings findings) {
    if (depth == 0) {
      return;
    }
    if (node instanceof Sequence list) {
      list.items().forEach(item -> containers(item, name, scheduled, depth - 1, findings));
    } else if (node instanceof Mapping map) {
      for (Entry entry : map.entries()) {
        if (entry.key().text().equals("containers")) {
          Yaml.items(map, "containers").forEach(c -> container(c, name, scheduled, findings));
        } else {
          containers(entry.value(), name, scheduled, depth - 1, findings);
        }
      }
    }
  }

  private static void container(
      YamlNode container, String name, boolean scheduled, Findings findings) {
    String image = Yaml.text(container, "image");
    List<String> words = new ArrayList<>(Yaml.texts(container, "command"));
    words.addAll(Yaml.texts(container, "args"));
    for (YamlNode variable : Yaml.items(container, "env")) {
      words.add(Yaml.text(variable, "name") + "=" + Yaml.text(variable, "value"));
    }
    if (scheduled) {
      findings
          .at(What.SERVICE, name, Yaml.line(container))
          .with(Detail.STARTS, "schedule")
          .with(Detail.INTERFACE, "job")
          .sure();
    } else if (!image.isEmpty()) {
      Containers.add(name, image, words, Yaml.line(container), findings);
    }
  }
}
