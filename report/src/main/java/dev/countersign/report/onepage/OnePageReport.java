package dev.countersign.report.onepage;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.pdf.Pdf;
import dev.countersign.report.pdf.PdfInfo;
import java.util.List;

/** The threat model on exactly one A4 page, as PDF, HTML and Markdown with the same content. */
public final class OnePageReport implements ReportFormat {
  @Override
  public String name() {
    return "one-page";
  }

  @Override
  public String purpose() {
    return "one page to read and sign, by stage, in sentences (PDF, HTML, Markdown)";
  }

  @Override
  public List<Rendered> render(Report report) {
    Page page = Fit.page(report);
    return List.of(
        Rendered.binary("one-page.pdf", Pdf.of(OnePageHtml.forPrint(page), info(report))),
        Rendered.text("one-page.html", OnePageHtml.forScreen(page)),
        Rendered.text("one-page.md", OnePageMarkdown.of(page)));
  }

  private static PdfInfo info(Report report) {
    String id = report.checked().id();
    return new PdfInfo(
        "Threat model of " + id,
        "Countersign " + report.tool().version(),
        "One-page threat model",
        report.assessment().asOf());
  }
}
