package dev.countersign.report.register;

import dev.countersign.assess.Assessment;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.report.Report;
import dev.countersign.report.words.Amounts;
import java.util.ArrayList;
import java.util.List;

/** What a register belongs to: the system, the verdict, the versions that it stands on. */
public final class About {
  private static final List<Column<Entry>> COLUMNS =
      List.of(
          new Column<>("what", "What", 28, entry -> Cell.of(entry.what())),
          new Column<>("is", "Is", 90, Entry::is));

  private About() {}

  private record Entry(String what, Cell is) {}

  /** The table of these facts. */
  public static Table of(Report report) {
    Assessment assessment = report.assessment();
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("system", Cell.of(report.checked().id())));
    entries.add(new Entry("purpose", Cell.of(assessment.system().info().purpose())));
    entries.add(new Entry("file", Cell.of(assessment.system().file())));
    entries.add(new Entry("verdict", Cell.of(assessment.verdict().word())));
    entries.add(new Entry("as of", new Cell.Day(assessment.asOf())));
    entries.add(new Entry("digest", Cell.of(assessment.digest())));
    for (LossRange range : assessment.losses().system()) {
      entries.add(new Entry("annual loss", Cell.of(Amounts.rangeAndMedian(range))));
    }
    entries.add(new Entry("countersign", Cell.of(report.tool().version())));
    report.tool().knowledge().forEach((id, is) -> entries.add(new Entry(id, Cell.of(is))));
    return Table.of("About", COLUMNS, entries);
  }
}
