package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.ConfigDialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code config.json} and its kin of transformers: code that they name, and what the model is. */
public final class TransformersConfig implements ConfigDialect {
  private static final Set<String> FILES =
      Set.of(
          "config.json",
          "tokenizer_config.json",
          "generation_config.json",
          "preprocessor_config.json",
          "processor_config.json",
          "image_processor_config.json",
          "video_preprocessor_config.json");

  @Override
  public String id() {
    return "huggingface";
  }

  @Override
  public String title() {
    return "Hugging Face configuration";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return root.isObject()
        && !root.has("class_name")
        && (FILES.contains(artefact.fileName())
            || root.has("auto_map")
            || root.has("custom_pipelines")
            || root.has("architectures") && root.has("model_type")
            || root.has("trust_remote_code"));
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    code(artefact, root, examination);
    facts(root, examination);
  }

  private static void code(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    JsonNode map = root.path("auto_map");
    if (map.isString() || map.isArray()) {
      Modules.code("auto_map", map, artefact, examination);
    }
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      Modules.code("auto_map." + entry.getKey(), entry.getValue(), artefact, examination);
    }
    for (Map.Entry<String, JsonNode> entry : root.path("custom_pipelines").properties()) {
      Modules.code(
          "custom_pipelines." + entry.getKey(),
          entry.getValue().path("impl"),
          artefact,
          examination);
    }
    if (root.path("trust_remote_code").asBoolean(false)
        || root.path("trust_remote_code").asString("").equalsIgnoreCase("true")) {
      examination.report(HuggingFaceRules.TRUST, "trust_remote_code");
    }
    for (String key :
        new String[] {"attn_implementation", "_attn_implementation", "custom_generate"}) {
      String value = root.path(key).asString("");
      if (value.contains("/")) {
        examination.report(HuggingFaceRules.REMOTE_CODE, key + ": " + value);
      }
    }
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (entry.getKey().endsWith("_config") && entry.getValue().has("auto_map")) {
        code(artefact, entry.getValue(), examination);
      }
    }
  }

  private static void facts(JsonNode root, Examination examination) {
    examination.fact(ArtefactFact.ARCHITECTURE, texts(root.path("architectures")));
    examination.fact(ArtefactFact.ARCHITECTURE, root.path("model_type").asString(""));
    examination.fact(ArtefactFact.BASE_MODEL, base(root));
    first(
        root,
        examination,
        ArtefactFact.CONTEXT_LENGTH,
        "max_position_embeddings",
        "n_positions",
        "max_seq_len",
        "seq_length",
        "model_max_length");
    first(root, examination, ArtefactFact.VOCABULARY, "vocab_size");
    first(root, examination, ArtefactFact.TENSOR_TYPES, "torch_dtype", "dtype");
    examination.fact(ArtefactFact.TOKENIZER, root.path("tokenizer_class").asString(""));
    examination.fact(ArtefactFact.CLASSES, texts(root.path("id2label")));
    JsonNode quantised = root.path("quantization_config");
    examination.fact(
        ArtefactFact.QUANTISATION,
        (quantised.path("quant_method").asString("") + " " + quantised.path("bits").asString(""))
            .strip());
    String version = root.path("transformers_version").asString("");
    if (!version.isEmpty()) {
      examination.fact(ArtefactFact.PRODUCER, "transformers " + version);
      examination.fact(ArtefactFact.FRAMEWORK, "transformers");
    }
  }

  /** What it was made from, unless that is a folder of somebody's machine. */
  private static String base(JsonNode root) {
    String name = root.path("_name_or_path").asString("");
    return name.matches("[\\w.-]+(/[\\w.-]+)?") ? name : "";
  }

  private static void first(
      JsonNode root, Examination examination, ArtefactFact fact, String... keys) {
    for (String key : keys) {
      JsonNode value = root.has(key) ? root.path(key) : root.path("text_config").path(key);
      if (value.isNumber() && value.asDouble() < 1e9 || value.isString()) {
        examination.fact(fact, value.asString());
        return;
      }
    }
  }

  private static String texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.values().forEach(value -> texts.add(value.asString("")));
    return texts.stream()
        .limit(100)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
