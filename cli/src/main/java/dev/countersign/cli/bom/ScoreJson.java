package dev.countersign.cli.bom;

import dev.countersign.bom.score.MinimumElement;
import dev.countersign.bom.score.MinimumElement.Source;
import dev.countersign.bom.score.Score;
import dev.countersign.bom.score.Score.Result;
import dev.countersign.bom.score.Score.State;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** How complete bills are, as JSON; {@code docs/schema/bom-score-1.schema.json} describes it. */
public final class ScoreJson {
  private final JsonGenerator json;

  private ScoreJson(JsonGenerator json) {
    this.json = json;
  }

  /** The document. */
  public static String of(List<Score> scores) {
    return JsonText.of(json -> new ScoreJson(json).write(scores));
  }

  private void write(List<Score> scores) {
    json.writeStartObject();
    JsonText.objects(json, "systems", scores, this::system);
    json.writeEndObject();
  }

  private void system(Score score) {
    json.writeStringProperty("id", score.system());
    JsonText.objects(json, "lists", List.of(Source.values()), source -> list(score, source));
  }

  private void list(Score score, Source source) {
    json.writeStringProperty("source", source.name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("title", source.title());
    json.writeNumberProperty("present", score.present(source));
    json.writeNumberProperty("applicable", score.applicable(source));
    JsonText.objects(json, "elements", score.by(source), this::result);
  }

  private void result(Result result) {
    MinimumElement element = result.element();
    json.writeStringProperty("id", element.id());
    json.writeStringProperty("cluster", element.cluster());
    json.writeStringProperty("title", element.title());
    json.writeStringProperty(
        "state", result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (result.state() == State.MISSING) {
      json.writeStringProperty("from", element.where());
      JsonText.strings(json, "lacking", result.lacking());
    }
  }
}
