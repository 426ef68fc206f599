package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.tree.Source;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What {@code config.json} and {@code adapter_config.json} say of the weights beside them. */
public final class HuggingFaceDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("config.json") || source.name().equals("adapter_config.json");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Json.json(source).ifPresent(root -> read(root, source, findings));
  }

  private static void read(JsonNode root, Source source, Findings findings) {
    String base = Json.text(root, "base_model_name_or_path");
    String architecture = root.path("architectures").path(0).asString("");
    if (!base.isBlank() && source.name().startsWith("adapter")) {
      findings
          .at(What.TRAIT, "base", Lines.quoted(source, "base_model_name_or_path"))
          .with(Detail.BASE, base)
          .sure();
    } else if (!architecture.isBlank()) {
      findings
          .at(What.TRAIT, "task", Lines.quoted(source, "architectures"))
          .with(Detail.TASK, task(architecture))
          .sure();
    }
  }

  private static String task(String architecture) {
    String name = architecture.toLowerCase(Locale.ROOT);
    if (name.endsWith("classification")) {
      return "classification";
    }
    if (name.endsWith("causallm") || name.endsWith("conditionalgeneration")) {
      return name.startsWith("whisper") ? "transcription" : "generation";
    }
    return name.endsWith("objectdetection") ? "detection" : "";
  }
}
