package dev.countersign.cli.maturity;

import dev.countersign.assess.maturity.Criterion;
import dev.countersign.assess.maturity.Gap;
import dev.countersign.assess.maturity.Judged;
import dev.countersign.assess.maturity.Level;
import dev.countersign.assess.maturity.Maturity;
import dev.countersign.assess.maturity.SystemMaturity;
import dev.countersign.report.Tool;
import dev.countersign.report.json.JsonText;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Maturity as JSON; {@code docs/schema/maturity-1.schema.json} describes it. */
public final class MaturityJson {
  private final JsonGenerator json;

  private MaturityJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  public static String of(Maturity maturity, Tool tool) {
    return JsonText.of(json -> new MaturityJson(json).write(maturity, tool));
  }

  private void write(Maturity maturity, Tool tool) {
    json.writeStartObject();
    level(maturity.level());
    JsonText.optional(json, "next", maturity.next().map(Level::word));
    json.writeStringProperty("asOf", maturity.asOf().toString());
    JsonText.object(json, "tool", () -> tool(tool));
    JsonText.objects(json, "systems", maturity.systems(), this::system);
    JsonText.objects(json, "way", maturity.way(), this::gap);
    json.writeEndObject();
  }

  private void level(Optional<Level> level) {
    json.writeStringProperty("level", level.map(Level::word).orElse("none"));
  }

  private void tool(Tool tool) {
    json.writeStringProperty("name", "countersign");
    json.writeStringProperty("version", tool.version());
    JsonText.object(json, "knowledge", () -> tool.knowledge().forEach(json::writeStringProperty));
  }

  private void system(SystemMaturity system) {
    json.writeStringProperty("id", system.system().id());
    json.writeStringProperty("file", system.system().assessment().system().file());
    json.writeStringProperty("digest", system.system().assessment().digest());
    level(system.level());
    JsonText.objects(json, "criteria", system.judged(), this::judged);
  }

  private void judged(Judged judged) {
    criterion(judged.criterion());
    json.writeBooleanProperty("met", judged.seen().met());
    json.writeStringProperty("seen", judged.seen().what());
    if (!judged.seen().met()) {
      json.writeStringProperty("next", judged.seen().next());
      JsonText.strings(json, "add", judged.seen().add());
    }
  }

  private void criterion(Criterion criterion) {
    json.writeStringProperty("id", criterion.id());
    json.writeStringProperty("level", criterion.level().word());
    json.writeStringProperty("title", criterion.title());
    json.writeStringProperty("work", criterion.work().word());
  }

  private void gap(Gap gap) {
    json.writeStringProperty("criterion", gap.criterion().id());
    JsonText.strings(json, "systems", gap.where().stream().map(in -> in.system().id()).toList());
  }
}
