package dev.countersign.report.csv;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.register.Cell;
import dev.countersign.report.register.Register;
import dev.countersign.report.register.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The register of threats as CSV: RFC 4180, UTF-8, a heading and one row for each threat. */
public final class CsvFormat implements ReportFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String purpose() {
    return "the register of threats for programs, one row each";
  }

  @Override
  public List<Rendered> render(Report report) {
    return List.of(Rendered.text("csv", text(Register.of(report.checked()))));
  }

  /** A table as CSV. */
  public static String text(Table table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(table.columns().stream().map(Table.Heading::name).toList());
      for (List<Cell> row : table.rows()) {
        csv.printRecord(row.stream().map(CsvFormat::cell).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot fail", impossible);
    }
    return text.toString();
  }

  private static String cell(Cell cell) {
    return switch (cell) {
      case Cell.Blank _ -> "";
      case Cell.Text(var text) -> FormulaGuard.text(text);
      case Cell.Items(var items) -> FormulaGuard.text(String.join("; ", items));
      case Cell.Number(var value) -> BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
      case Cell.Day(var day) -> day.toString();
    };
  }
}
