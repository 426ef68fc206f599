package dev.countersign.cli.discover;

import dev.countersign.discover.Where;
import dev.countersign.discover.component.Component;
import dev.countersign.report.csv.CsvFormat;
import dev.countersign.report.register.Cell;
import dev.countersign.report.register.Table;
import dev.countersign.report.register.Table.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Inventories for spreadsheets: one row for each place of each component. */
final class DiscoverCsv {
  private static final List<Heading> COLUMNS =
      Stream.of("repository", "kind", "name", "says", "confidence", "aside", "file", "line")
          .map(name -> new Heading(name, name, 0))
          .toList();

  private DiscoverCsv() {}

  static String of(List<Inventoried> inventories) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Inventoried inventory : inventories) {
      for (Component component : inventory.components()) {
        component.places().forEach(place -> rows.add(row(inventory, component, place)));
      }
    }
    return CsvFormat.text(new Table("inventory", COLUMNS, rows));
  }

  private static List<Cell> row(Inventoried inventory, Component component, Where place) {
    return List.of(
        Cell.of(inventory.root().toString()),
        Cell.of(component.kind().word()),
        Cell.of(component.name()),
        Cell.of(Saying.of(component)),
        Cell.of(component.confidence().word()),
        Cell.of(component.aside() ? "yes" : "no"),
        Cell.of(place.file()),
        place.line() > 0 ? Cell.of(place.line()) : new Cell.Blank());
  }
}
