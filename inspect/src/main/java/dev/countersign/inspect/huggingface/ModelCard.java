package dev.countersign.inspect.huggingface;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.YamlValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A model card: {@code README.md} whose front matter says what the model is. Nothing runs it. */
public final class ModelCard implements Format {
  private static final int LARGEST = 1 << 20;

  @Override
  public String id() {
    return "model-card";
  }

  @Override
  public String title() {
    return "Model card";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.ending().equals("md")
        && (artefact.startsWith("---\n") || artefact.startsWith("---\r\n"));
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    String text =
        new String(artefact.bytes().copy(0, LARGEST), StandardCharsets.UTF_8).replace("\r\n", "\n");
    int end = text.indexOf("\n---", 3);
    if (end < 0) {
      return;
    }
    JsonNode card;
    try {
      card = YamlValues.read(text.substring(4, end + 1).getBytes(StandardCharsets.UTF_8));
    } catch (Broken notYaml) {
      return;
    }
    fact(
        examination,
        ArtefactFact.LICENCE,
        card.has("license_name") ? card.path("license_name") : card.path("license"));
    fact(examination, ArtefactFact.BASE_MODEL, card.path("base_model"));
    fact(examination, ArtefactFact.DATASETS, card.path("datasets"));
    fact(examination, ArtefactFact.TASK, card.path("pipeline_tag"));
    fact(examination, ArtefactFact.FRAMEWORK, card.path("library_name"));
    fact(examination, ArtefactFact.NAME, card.path("model_name"));
  }

  private static void fact(Examination examination, ArtefactFact fact, JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isString()) {
      texts.add(value.asString());
    }
    value.values().forEach(one -> texts.add(one.asString("")));
    examination.fact(fact, String.join(", ", texts));
  }
}
