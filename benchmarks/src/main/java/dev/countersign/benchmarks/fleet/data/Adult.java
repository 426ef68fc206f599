package dev.countersign.benchmarks.fleet.data;

import static dev.countersign.benchmarks.fleet.data.Column.amount;
import static dev.countersign.benchmarks.fleet.data.Column.category;
import static dev.countersign.benchmarks.fleet.data.Column.ignored;
import static dev.countersign.benchmarks.fleet.data.Column.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an income is above 50,000 dollars (UCI Adult, CC BY 4.0): the census' weight is left out,
 * since no client would know it.
 */
final class Adult {
  private static final List<Column> COLUMNS =
      List.of(
          number("age"),
          category("workclass"),
          ignored("fnlwgt"),
          category("education"),
          number("education-num"),
          category("marital-status"),
          category("occupation"),
          category("relationship"),
          category("race"),
          category("sex"),
          amount("capital-gain"),
          amount("capital-loss"),
          number("hours-per-week"),
          category("native-country"));

  private Adult() {}

  static CodedTable read(Path data) throws IOException {
    List<String[]> cells = new ArrayList<>();
    for (String file : List.of("adult-train.csv", "adult-test.csv")) {
      for (String line : Files.readAllLines(data.resolve("adult").resolve(file))) {
        String[] row = Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
        if (row.length == COLUMNS.size() + 1) {
          cells.add(row);
        }
      }
    }
    return CodedTable.of(COLUMNS, cells, row -> row[COLUMNS.size()].startsWith(">50K") ? 1 : 0);
  }
}
