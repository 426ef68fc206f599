package dev.countersign.report.diagram;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import java.util.List;
import java.util.Set;

/** The diagram as a file of its own. */
public final class SvgFormat implements ReportFormat {
  @Override
  public String name() {
    return "svg";
  }

  @Override
  public String purpose() {
    return "data-flow diagram with trust zones, as a picture";
  }

  @Override
  public Set<Choice> heeds() {
    return Set.of(Choice.HIGHLIGHT);
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("svg", Diagram.svg(report)));
  }
}
