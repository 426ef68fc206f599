package dev.countersign.report.otm;

import dev.countersign.model.SafeText;
import dev.countersign.report.json.JsonText;
import dev.countersign.report.markdown.MarkdownText;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;

/** Text and attributes in an Open Threat Model. */
final class OtmText {
  private OtmText() {}

  /** A name or another plain text. */
  static void plain(JsonGenerator json, String name, String hostile) {
    json.writeStringProperty(name, SafeText.of(hostile));
  }

  /** A description or comment: the format reads these as CommonMark. */
  static void rich(JsonGenerator json, String name, String hostile) {
    json.writeStringProperty(name, MarkdownText.of(hostile));
  }

  /** A map of text to text, in order. */
  static void attributes(JsonGenerator json, SortedMap<String, String> attributes) {
    JsonText.object(
        json, "attributes", () -> attributes.forEach((name, value) -> plain(json, name, value)));
  }
}
