package dev.countersign.report.full;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.html.Html;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The full report as one HTML file that needs nothing else. */
public final class HtmlReport implements ReportFormat {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public String purpose() {
    return "the full report as one self-contained page";
  }

  @Override
  public Set<Choice> heeds() {
    return EnumSet.allOf(Choice.class);
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("html", Html.of("full/html.jte", new Page(report, false))));
  }
}
