package dev.countersign.cli.text;

import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;

/** The last line: how to learn more. */
final class HintLine {
  private HintLine() {}

  static void write(Page page, Checked system) {
    String id =
        system.assessment().threats().stream()
            .findFirst()
            .map(threat -> threat.threat().id())
            .orElse("ID");
    page.blank()
        .line(
            0,
            2,
            Line.of(Style.FAINT, "More about any id: ")
                .whole(Style.NAME, "countersign explain " + id));
  }
}
