package dev.countersign.report.json;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import java.util.List;

/** The verdict as JSON, as {@code check --format json} gives it. */
public final class JsonFormat implements ReportFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String purpose() {
    return "the whole verdict for programs, under a published schema";
  }

  @Override
  public List<Rendered> render(Report report) {
    String text = JsonReport.of(List.of(report.checked()), report.tool());
    return List.of(Rendered.text("json", text));
  }
}
