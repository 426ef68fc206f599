package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;

/** The form of this project: {@code docs/schema/watch-alert-1.schema.json}. */
public final class JsonlFormat implements AlertFormat {
  @Override
  public String word() {
    return "jsonl";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String write(Alert alert) {
    return AlertJson.line(alert);
  }
}
