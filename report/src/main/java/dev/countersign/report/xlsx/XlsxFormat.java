package dev.countersign.report.xlsx;

import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.register.About;
import dev.countersign.report.register.Register;
import dev.countersign.report.register.Sheets;
import dev.countersign.report.register.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** The register of threats as a workbook, with questions, controls, findings and the calendar. */
public final class XlsxFormat implements ReportFormat {
  /** How many sheets of A4 a register may take from side to side before its letters get small. */
  private static final short REGISTER_PAGES = 3;

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public String purpose() {
    return "the register of threats as a workbook, with questions, controls and deadlines";
  }

  @Override
  public List<Rendered> render(Report report) {
    byte[] written = workbook(report);
    return List.of(Rendered.binary("xlsx", FixedPackage.of(written, report.assessment().asOf())));
  }

  private static byte[] workbook(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // The version here is that of the application as Excel understands it: two numbers.
    try (Workbook book = new Workbook(bytes, "countersign", "1.0")) {
      book.properties().setTitle("Threat model of " + report.checked().id());
      write(book, Register.of(report.checked()), REGISTER_PAGES);
      for (Table table : Sheets.of(report.checked())) {
        write(book, table, (short) 1);
      }
      write(book, About.of(report), (short) 1);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a workbook in memory cannot fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Workbook book, Table table, short pagesWide) {
    new Sheet(book.newWorksheet(table.title()), table).write(pagesWide);
  }
}
