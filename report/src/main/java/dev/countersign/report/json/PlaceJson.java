package dev.countersign.report.json;

import dev.countersign.model.Place;
import tools.jackson.core.JsonGenerator;

/** A place as three properties. */
final class PlaceJson {
  private PlaceJson() {}

  static void write(JsonGenerator json, Place place) {
    json.writeStringProperty("file", place.file());
    json.writeNumberProperty("line", place.line());
    json.writeNumberProperty("column", place.column());
  }
}
