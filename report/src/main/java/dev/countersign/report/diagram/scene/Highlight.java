package dev.countersign.report.diagram.scene;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * The threat whose path is shown.
 *
 * @param id as it was asked for
 * @param threat what it is, if it derives
 */
record Highlight(String id, Optional<AssessedThreat> threat) {

  static Optional<Highlight> of(Report report) {
    return report.highlight().map(id -> new Highlight(id, report.checked().threat(id)));
  }

  /** From the one who starts it to the element. */
  List<String> path() {
    return threat.map(found -> found.threat().path()).orElse(List.of());
  }

  String caption() {
    return threat
        .map(found ->
            "Highlighted: "
                + found.threat().family().title()
                + " ("
                + id
                + "). Path: "
                + String.join(" \u2192 ", path())
                + ".")
        .orElse("No threat " + id + " derives from this system, so nothing is highlighted.");
  }
}
