package dev.countersign.inspect.mar;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.requirements.RequirementsFormat;
import dev.countersign.inspect.text.LenientJson;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.zip.ZipArchive;
import dev.countersign.inspect.zip.ZipDialect;
import dev.countersign.inspect.zip.ZipMember;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Model archives of TorchServe: a zip whose manifest names a handler, code and weights. */
public final class MarZip implements ZipDialect {
  private static final String MANIFEST = "MAR-INF/MANIFEST.json";
  private static final Set<String> BUILT_IN =
      Set.of(
          "image_classifier",
          "image_segmenter",
          "object_detector",
          "text_classifier",
          "base_handler",
          "vision_handler",
          "text_handler",
          "densenet_handler",
          "micro_batching");

  @Override
  public String id() {
    return "mar";
  }

  @Override
  public String title() {
    return "TorchServe archive";
  }

  @Override
  public Set<String> endings() {
    return Set.of("mar");
  }

  @Override
  public boolean recognises(ZipArchive archive, Artefact artefact) {
    return artefact.ending().equals("mar") || archive.has(MANIFEST);
  }

  @Override
  public void inspect(ZipArchive archive, Artefact artefact, Examination examination)
      throws Broken, IOException {
    ZipMember manifest =
        archive
            .member(MANIFEST)
            .orElseThrow(() -> new Broken(0, "no " + MANIFEST + ", which every archive has"));
    JsonNode root = LenientJson.read(taken(archive, manifest), examination);
    JsonNode model = root.path("model");
    facts(root, model, examination);
    code(archive, "handler", model.path("handler").asString(""), examination);
    code(archive, "modelFile", model.path("modelFile").asString(""), examination);
    for (String key : new String[] {"serializedFile", "requirementsFile", "configFile"}) {
      path(key, model.path(key).asString(""), examination);
    }
    for (String file : model.path("extraFiles").asString("").split(",")) {
      path("extraFiles", file.strip(), examination);
    }
    Optional<ZipMember> requirements = archive.member(model.path("requirementsFile").asString(""));
    if (requirements.isPresent()) {
      examination.memberAs(
          RequirementsFormat.ID, requirements.get().name(), taken(archive, requirements.get()));
    }
  }

  private static void code(ZipArchive archive, String key, String named, Examination examination)
      throws Broken, IOException {
    String file = named.replaceFirst(":[^:/\\\\]*$", "");
    if (file.isEmpty() || BUILT_IN.contains(file) || path(key, file, examination)) {
      return;
    }
    Optional<ZipMember> member = archive.member(file).or(() -> archive.member(file + ".py"));
    String module = file.replaceFirst("\\.py$", "");
    if (member.isPresent()) {
      examination.report(MarRules.HANDLER, key + ": " + named);
      examination.memberAs("python", member.get().name(), taken(archive, member.get()));
    } else if (Knowledge.usual().ofModule(module).dangerous()) {
      examination.reportCall(MarRules.DANGEROUS, 0, key + ": " + named, module);
    } else if (!module.startsWith("ts.")) {
      examination.report(MarRules.MISSING, key + ": " + named);
    }
  }

  private static boolean path(String key, String file, Examination examination) {
    boolean out = !file.isEmpty() && (OutwardPath.leaves(file) || OutwardPath.address(file));
    if (out) {
      examination.report(MarRules.LEAVES, key + ": " + file);
    }
    return out;
  }

  private static void facts(JsonNode root, JsonNode model, Examination examination) {
    examination.fact(ArtefactFact.NAME, model.path("modelName").asString(""));
    examination.fact(ArtefactFact.VERSION, model.path("modelVersion").asString(""));
    examination.fact(ArtefactFact.FRAMEWORK, "TorchServe");
    String archiver = root.path("archiverVersion").asString("");
    examination.fact(
        ArtefactFact.PRODUCER, archiver.isEmpty() ? "" : "torch-model-archiver " + archiver);
  }

  private static Bytes taken(ZipArchive archive, ZipMember member) throws Broken, IOException {
    archive.take(member);
    return archive.open(member);
  }
}
