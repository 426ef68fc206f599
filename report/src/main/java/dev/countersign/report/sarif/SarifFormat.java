package dev.countersign.report.sarif;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import java.util.List;

/** The findings as SARIF, as {@code check --format sarif} gives them. */
public final class SarifFormat implements ReportFormat {
  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public String purpose() {
    return "findings for code hosts and editors (SARIF 2.1.0)";
  }

  @Override
  public List<Rendered> render(Report report) {
    String text = SarifReport.of(List.of(report.checked()), report.tool());
    return List.of(Rendered.text("sarif", text));
  }
}
