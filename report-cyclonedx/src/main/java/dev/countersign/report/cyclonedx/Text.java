package dev.countersign.report.cyclonedx;

import dev.countersign.model.SafeText;

/** Text of a file as it stands in a bill of materials. */
final class Text {
  private Text() {}

  /** The text with invisible characters shown, so that no reader's terminal obeys it. */
  static String of(String hostile) {
    return SafeText.of(hostile);
  }
}
