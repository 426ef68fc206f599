package dev.countersign.report.onepage;

import dev.countersign.report.Report;
import dev.countersign.report.pdf.Pdf;
import java.util.List;

/** Finds the most that fits on one page by laying it out. */
final class Fit {
  private static final List<Budget> LADDER = Budget.ladder();
  private final Report report;

  private Fit(Report report) {
    this.report = report;
  }

  /** The fullest page that is one page; the barest there is if none is. */
  static Page page(Report report) {
    Fit fit = new Fit(report);
    // Most systems need no search.
    int step = fit.fits(LADDER.getFirst()) ? 0 : fit.first(1, LADDER.size() - 1);
    return PageWriter.write(report, LADDER.get(step));
  }

  /** The first step that fits, given that every step after one that fits also does. */
  private int first(int from, int to) {
    if (from >= to) {
      return from;
    }
    int middle = (from + to) / 2;
    return fits(LADDER.get(middle)) ? first(from, middle) : first(middle + 1, to);
  }

  private boolean fits(Budget budget) {
    return Pdf.pages(OnePageHtml.forPrint(PageWriter.write(report, budget))) == 1;
  }
}
