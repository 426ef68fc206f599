package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.Json;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The index over several files of weights: {@code model.safetensors.index.json} and its like. */
public final class SafetensorsIndexFormat implements Format {
  @Override
  public String id() {
    return "weights-index";
  }

  @Override
  public String title() {
    return "index of weights";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.fileName().toLowerCase(Locale.ROOT).endsWith(".index.json")
        && new String(artefact.head(), StandardCharsets.ISO_8859_1).stripLeading().startsWith("{");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    JsonNode index = Json.read(artefact.bytes());
    Set<String> files = new TreeSet<>();
    index.path("weight_map").forEach(file -> files.add(file.asString("")));
    examination.fact(ArtefactFact.TENSORS, Integer.toString(index.path("weight_map").size()));
    boolean safe = artefact.fileName().toLowerCase(Locale.ROOT).endsWith(".safetensors.index.json");
    for (String file : files) {
      file(file, safe, artefact, examination);
    }
  }

  private static void file(String file, boolean safe, Artefact artefact, Examination examination)
      throws IOException {
    if (OutwardPath.leaves(file) || OutwardPath.address(file)) {
      examination.report(SafetensorsRules.INDEX_PATH, file);
      return;
    }
    if (safe && !file.toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      examination.report(SafetensorsRules.INDEX_OTHER, file);
    }
    if (artefact.sibling(file).isEmpty()) {
      examination.report(SafetensorsRules.INDEX_MISSING, file);
    }
  }
}
