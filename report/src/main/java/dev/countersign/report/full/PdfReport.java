package dev.countersign.report.full;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.html.Html;
import dev.countersign.report.pdf.Pdf;
import dev.countersign.report.pdf.PdfInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The full report for paper. */
public final class PdfReport implements ReportFormat {
  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public String purpose() {
    return "the full report for paper";
  }

  @Override
  public Set<Choice> heeds() {
    return EnumSet.allOf(Choice.class);
  }

  @Override
  public List<Rendered> render(Report report) {
    Page page = new Page(report, true);
    String html = Html.of("full/pdf.jte", page);
    return List.of(Rendered.binary("pdf", Pdf.of(html, info(page))));
  }

  private static PdfInfo info(Page page) {
    return new PdfInfo(
        page.title(),
        "Countersign " + page.report().tool().version(),
        page.edition(),
        page.assessment().asOf());
  }
}
