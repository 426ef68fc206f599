package dev.countersign.benchmarks.fleet.data;

import static dev.countersign.benchmarks.fleet.data.Column.amount;
import static dev.countersign.benchmarks.fleet.data.Column.category;
import static dev.countersign.benchmarks.fleet.data.Column.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether a credit is a bad risk (UCI Statlog German Credit, CC BY 4.0). It has 1,000 rows: its
 * fleets ask much of the same people.
 */
final class GermanCredit {
  private static final List<Column> COLUMNS =
      List.of(
          category("checking"),
          number("months"),
          category("history"),
          category("purpose"),
          amount("amount"),
          category("savings"),
          category("employed"),
          number("rate"),
          category("status"),
          category("guarantors"),
          number("resident"),
          category("property"),
          number("age"),
          category("plans"),
          category("housing"),
          number("credits"),
          category("job"),
          number("dependants"),
          category("telephone"),
          category("foreign"));

  private GermanCredit() {}

  static CodedTable read(Path data) throws IOException {
    List<String[]> cells =
        Files.readAllLines(data.resolve("german-credit/german.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(row -> row.length == COLUMNS.size() + 1)
            .toList();
    return CodedTable.of(COLUMNS, cells, row -> row[COLUMNS.size()].strip().equals("2") ? 1 : 0);
  }
}
