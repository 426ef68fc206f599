package dev.countersign.inspect.config;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.LenientJson;
import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** JSON beside or as a model: configurations, tokenizers, indexes, models of boosted trees. */
public final class JsonFormat implements Format {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public String title() {
    return "JSON";
  }

  @Override
  public Set<String> endings() {
    return Set.of("json");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.ending().equals("json") && begins(artefact.head());
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    JsonNode root = LenientJson.read(artefact.bytes(), examination);
    if (!artefact.fileName().equals("tokenizer.json")) {
      new ConfigWalk(examination, OfModel.is(artefact, root)).node("", root);
    }
    Dialects.inspect(artefact, root, examination);
  }

  private static boolean begins(byte[] head) {
    for (byte one : head) {
      if (one == '{' || one == '[') {
        return true;
      }
      if (one != ' '
          && one != '\n'
          && one != '\r'
          && one != '\t'
          && one != (byte) 0xEF
          && one != (byte) 0xBB
          && one != (byte) 0xBF) {
        return false;
      }
    }
    return false;
  }
}
