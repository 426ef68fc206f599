package dev.countersign.report.markdown;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import java.util.List;

/** The verdict as Markdown, as {@code check --format markdown} gives it. */
public final class MarkdownFormat implements ReportFormat {
  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public String purpose() {
    return "a comment for a merge request: verdict, next steps, what is open";
  }

  @Override
  public List<Rendered> render(Report report) {
    String text = MarkdownReport.of(List.of(report.checked()), report.tool());
    return List.of(Rendered.text("md", text));
  }
}
