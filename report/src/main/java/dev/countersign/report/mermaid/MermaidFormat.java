package dev.countersign.report.mermaid;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.diagram.scene.Scene;
import java.util.List;

/** The diagram as Mermaid text. */
public final class MermaidFormat implements ReportFormat {
  @Override
  public String name() {
    return "mermaid";
  }

  @Override
  public String purpose() {
    return "data-flow diagram for a wiki or a merge request that draws Mermaid";
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("mmd", Flowchart.of(Scene.of(report))));
  }
}
