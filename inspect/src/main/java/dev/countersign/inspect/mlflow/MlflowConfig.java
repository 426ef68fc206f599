package dev.countersign.inspect.mlflow;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.ConfigDialect;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The {@code MLmodel} file: flavours, the module that loads, code, and paths. */
public final class MlflowConfig implements ConfigDialect {
  private static final Set<String> PATHS =
      Set.of(
          "data",
          "code",
          "code_path",
          "model_data",
          "python_model",
          "pickled_model",
          "model_path",
          "serialized_model",
          "model_code_path",
          "saved_input_example_info",
          "artifact_path",
          "streamable",
          "path",
          "config_path",
          "saved_model_dir",
          "keras_model",
          "cloudpickle_path",
          "pipeline");
  private static final Set<String> PICKLES =
      Set.of("pickled_model", "python_model", "serialized_model");

  @Override
  public String id() {
    return "mlflow";
  }

  @Override
  public String title() {
    return "MLflow model";
  }

  @Override
  public boolean recognises(Artefact artefact, JsonNode root) {
    return root.path("flavors").isObject() || artefact.fileName().equals("MLmodel");
  }

  @Override
  public void inspect(Artefact artefact, JsonNode root, Examination examination)
      throws Broken, IOException {
    for (Map.Entry<String, JsonNode> flavour : root.path("flavors").properties()) {
      flavour(artefact, flavour.getKey(), flavour.getValue(), examination);
    }
    examination.fact(ArtefactFact.FRAMEWORK, "MLflow");
    String version = root.path("mlflow_version").asString("");
    examination.fact(ArtefactFact.PRODUCER, version.isEmpty() ? "" : "MLflow " + version);
    examination.fact(ArtefactFact.INPUTS, root.path("signature").path("inputs").asString(""));
    examination.fact(ArtefactFact.OUTPUTS, root.path("signature").path("outputs").asString(""));
    examination.fact(
        ArtefactFact.ARCHITECTURE, String.join(", ", root.path("flavors").propertyNames()));
  }

  private static void flavour(
      Artefact artefact, String name, JsonNode flavour, Examination examination)
      throws Broken, IOException {
    loader(artefact, flavour.path("loader_module").asString(""), examination);
    for (Map.Entry<String, JsonNode> entry : flavour.properties()) {
      String key = entry.getKey();
      String value = entry.getValue().asString("");
      if (value.isEmpty() || value.equals("null")) {
        continue;
      }
      String subject = name + "." + key + ": " + value;
      if (PATHS.contains(key) && OutwardPath.leaves(value)) {
        examination.report(MlflowRules.LEAVES, subject);
      } else if (PICKLES.contains(key)) {
        examination.report(MlflowRules.PICKLE, subject);
      } else if (key.equals("code") && !value.equals("null") || key.equals("model_code_path")) {
        examination.report(MlflowRules.CODE, subject);
        source(artefact, value, examination);
      }
    }
    for (JsonNode artifact : flavour.path("artifacts").values()) {
      String path = artifact.path("path").asString("");
      if (!path.isEmpty() && OutwardPath.leaves(path)) {
        examination.report(MlflowRules.LEAVES, name + ".artifacts: " + path);
      }
    }
  }

  private static void loader(Artefact artefact, String module, Examination examination)
      throws Broken, IOException {
    if (module.isEmpty() || module.startsWith("mlflow.")) {
      return;
    }
    if (Knowledge.usual().ofModule(module).dangerous()) {
      examination.reportCall(MlflowRules.DANGEROUS, 0, "loader_module: " + module, module);
      return;
    }
    examination.reportCall(MlflowRules.LOADER, 0, "loader_module: " + module, module);
    source(artefact, "code/" + module.replace('.', '/') + ".py", examination);
  }

  private static void source(Artefact artefact, String path, Examination examination)
      throws Broken, IOException {
    Optional<Artefact> source = artefact.sibling(path);
    if (source.isPresent()) {
      examination.member(source.get());
    }
  }
}
