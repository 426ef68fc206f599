package dev.countersign.report.xlsx;

import dev.countersign.report.register.Cell;
import dev.countersign.report.register.Table;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** One table on one sheet: headings that stay, filters, widths, and a way to print it. */
final class Sheet {
  private static final String RULE = "D7DCE2";
  private static final String HEADING = "EDEFF2";
  private static final String DAY = "yyyy-mm-dd";
  private static final String WHOLE = "#,##0";
  private static final String DECIMAL = "#,##0.0";

  /** Beyond this a double no longer holds every whole number. */
  private static final double MOST_EXACT = 9e15;

  private final Worksheet sheet;
  private final Table table;

  Sheet(Worksheet sheet, Table table) {
    this.sheet = sheet;
    this.table = table;
  }

  void write(short pagesWide) {
    headings();
    for (int row = 0; row < table.rows().size(); row++) {
      cells(row + 1, table.rows().get(row));
    }
    sheet.freezePane(1, 1);
    sheet.setAutoFilter(0, 0, table.rows().size(), lastColumn());
    page(pagesWide);
  }

  private void headings() {
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.width(column, table.columns().get(column).width());
      sheet.value(0, column, table.columns().get(column).title());
    }
    sheet
        .range(0, 0, 0, lastColumn())
        .style()
        .bold()
        .fillColor(HEADING)
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle(BorderSide.BOTTOM, BorderStyle.MEDIUM)
        .set();
  }

  private void cells(int row, List<Cell> cells) {
    sheet
        .range(row, 0, row, lastColumn())
        .style()
        .verticalAlignment("top")
        .wrapText(true)
        .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
        .borderColor(BorderSide.BOTTOM, RULE)
        .set();
    for (int column = 0; column < cells.size(); column++) {
      cell(row, column, cells.get(column));
    }
  }

  private void cell(int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Blank _ -> {}
      case Cell.Text(var text) -> text(row, column, text);
      case Cell.Items(var items) -> sheet.value(row, column, CellText.lines(items));
      case Cell.Number(var value) -> number(row, column, value);
      case Cell.Day(var day) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DAY).horizontalAlignment("left").set();
      }
    }
  }

  /** Whole numbers are written as such: a place for decimals would leave a lone point behind. */
  private void number(int row, int column, double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
    sheet.value(row, column, whole ? (Number) (long) value : (Number) value);
    sheet.style(row, column).format(whole ? WHOLE : DECIMAL).set();
  }

  private void text(int row, int column, String text) {
    sheet.value(row, column, CellText.of(text));
    Mark.of(table.columns().get(column).name(), text)
        .ifPresent(mark -> {
          var style = sheet.style(row, column).fillColor(mark.fill()).fontColor(mark.ink());
          (mark.heavy() ? style.bold() : style).set();
        });
  }

  private void page(short pagesWide) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth(pagesWide);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    sheet.repeatCols(0);
    sheet.footer("&A", Position.LEFT);
    sheet.footer("&P / &N", Position.RIGHT);
  }

  private int lastColumn() {
    return table.columns().size() - 1;
  }
}
