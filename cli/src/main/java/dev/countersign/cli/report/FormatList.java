package dev.countersign.cli.report;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.report.Formats;
import dev.countersign.report.ReportFormat;

/** Every format and what it is for. */
public final class FormatList {
  private static final int PURPOSE = 12;

  private FormatList() {}

  /** The list as text. */
  public static String of(Terminal terminal) {
    Page page = new Page(terminal);
    for (ReportFormat format : Formats.registered().all()) {
      page.labelled(0, Line.of(Style.NAME, format.name()), PURPOSE, Line.of(format.purpose()));
    }
    return page.toString();
  }
}
