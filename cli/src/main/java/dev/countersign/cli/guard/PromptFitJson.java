package dev.countersign.cli.guard;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.fit.prompt.PromptFit;
import dev.countersign.report.json.JsonText;
import java.nio.file.Path;
import java.util.Map;

/** The calibration of a prompt gate, as JSON. */
public final class PromptFitJson {
  private PromptFitJson() {}

  /**
   * What was measured; {@code docs/schema/guard-prompts-1.schema.json} describes it.
   *
   * @param out where the profile went
   */
  public static String of(PromptFit fit, Path out) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("tool", "countersign " + BuildInfo.version());
      json.writeStringProperty("profile", out.toString());
      json.writeNumberProperty("texts", fit.texts());
      JsonText.object(
          json,
          "rates",
          () -> {
            for (Map.Entry<String, Double> rate : fit.rates().entrySet()) {
              json.writeNumberProperty(rate.getKey(), rate.getValue());
            }
          });
      json.writeStringProperty("note", PromptLine.NOTE);
      json.writeEndObject();
    });
  }
}
