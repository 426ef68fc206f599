package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.ConfigDialect;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Files that name parts of a model: {@code model_index.json} of diffusers, {@code modules.json} of
 * sentence-transformers, {@code adapter_config.json} of PEFT, and indexes of shards.
 */
public final class ComponentsConfig implements ConfigDialect {
  @Override
  public String id() {
    return "huggingface-components";
  }

  @Override
  public String title() {
    return "Hugging Face components";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return switch (artefact.fileName()) {
      case "model_index.json", "modules.json", "adapter_config.json", "tokenizer.json" -> true;
      default ->
          root.path("weight_map").isObject()
              || root.has("peft_type")
              || root.has("_diffusers_version");
    };
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    diffusers(artefact, root, examination);
    sentenceTransformers(root, examination);
    adapter(root, examination);
    shards(root, examination);
    if (artefact.fileName().equals("tokenizer.json")) {
      Tokenizer.inspect(root, examination);
    }
  }

  private static void diffusers(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    JsonNode pipeline = root.path("_class_name");
    if (pipeline.isArray()) {
      String reference =
          pipeline.path(0).asString("pipeline") + "." + pipeline.path(1).asString("");
      Modules.code(
          "_class_name", JsonNodeFactory.instance.stringNode(reference), artefact, examination);
    }
    examination.fact(ArtefactFact.ARCHITECTURE, pipeline.asString(""));
    if (!root.has("_diffusers_version") && !artefact.fileName().equals("model_index.json")) {
      return;
    }
    examination.fact(
        ArtefactFact.PRODUCER, "diffusers " + root.path("_diffusers_version").asString(""));
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      component(artefact, entry.getKey(), entry.getValue(), examination);
    }
  }

  private static void component(
      Artefact artefact, String name, JsonNode value, Examination examination)
      throws Broken, IOException {
    boolean pair =
        value.isArray()
            && value.size() == 2
            && value.path(0).isString()
            && value.path(1).isString();
    if (!pair || name.startsWith("_")) {
      return;
    }
    String library = value.path(0).asString();
    if (artefact.sibling(name + "/" + library + ".py").isPresent()) {
      examination.report(
          HuggingFaceRules.CODE, name + ": " + library + "." + value.path(1).asString());
      examination.member(artefact.sibling(name + "/" + library + ".py").get());
    } else {
      Modules.imported(name, library, value.path(1).asString(), examination);
    }
  }

  private static void sentenceTransformers(JsonNode root, Examination examination) {
    for (JsonNode module : root.isArray() ? root : root.path("modules")) {
      String type = module.path("type").asString("");
      int dot = type.lastIndexOf('.');
      if (dot > 0) {
        Modules.imported("type", type.substring(0, dot), type.substring(dot + 1), examination);
        path("path", module.path("path").asString(""), examination);
      }
    }
  }

  private static void adapter(JsonNode root, Examination examination) {
    examination.fact(ArtefactFact.BASE_MODEL, root.path("base_model_name_or_path").asString(""));
    examination.fact(ArtefactFact.ARCHITECTURE, root.path("peft_type").asString(""));
    String parent = root.path("auto_mapping").path("parent_library").asString("");
    if (!parent.isEmpty()) {
      Modules.imported(
          "auto_mapping",
          parent,
          root.path("auto_mapping").path("base_model_class").asString(""),
          examination);
    }
  }

  private static void shards(JsonNode root, Examination examination) {
    for (JsonNode file : root.path("weight_map").values()) {
      path("weight_map", file.asString(""), examination);
    }
  }

  private static void path(String where, String path, Examination examination) {
    if (!path.isEmpty() && (OutwardPath.leaves(path) || OutwardPath.address(path))) {
      examination.report(HuggingFaceRules.LEAVES, where + ": " + path);
    }
  }
}
