package dev.countersign.inspect.coreml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.text.Json;
import dev.countersign.inspect.text.OutwardPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The list of what is in a package, {@code Manifest.json} in a folder {@code .mlpackage}. */
public final class PackageFormat implements Format {
  @Override
  public String id() {
    return "coreml-package";
  }

  @Override
  public String title() {
    return "Core ML package";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.fileName().equals("Manifest.json")
        && new String(artefact.head(), StandardCharsets.UTF_8).contains("itemInfoEntries");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    JsonNode manifest = Json.read(artefact.bytes());
    examination.fact(ArtefactFact.FRAMEWORK, "Core ML");
    for (JsonNode entry : manifest.path("itemInfoEntries")) {
      String path = entry.path("path").asString("");
      if (OutwardPath.leaves(path) || OutwardPath.address(path)) {
        examination.report(CoremlRules.PATH, path);
      }
    }
  }
}
