package dev.countersign.report.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook in lines that a person can compare: the filled cells of each row. */
final class Transcript {
  private Transcript() {}

  static String of(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : book.getSheets().toList()) {
        text.append("== ").append(sheet.getName()).append('\n');
        for (Row row : sheet.read()) {
          row.stream()
              .flatMap(cell -> Optional.ofNullable(cell).stream())
              .forEach(cell -> add(text, cell));
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, Cell cell) {
    if (cell.getType() != CellType.EMPTY) {
      text.append(cell.getAddress())
          .append(' ')
          .append(cell.getText().replace("\n", "\n   "))
          .append('\n');
    }
  }
}
