package dev.countersign.report.full;

import dev.countersign.assess.supply.Demand;
import dev.countersign.assess.supply.Supplied;
import dev.countersign.assess.supply.Supplies;
import java.util.List;

/**
 * What others supply.
 *
 * @param items each with what to demand
 * @param unstated ids of elements whose origin nobody has stated
 */
public record SupplyView(List<Item> items, List<String> unstated) {
  public SupplyView {
    items = List.copyOf(items);
    unstated = List.copyOf(unstated);
  }

  /**
   * One supply.
   *
   * @param supplied as found
   * @param threats those that it brings
   * @param facts further facts that a buyer asks for, each a phrase
   */
  public record Item(Supplied supplied, List<Line> threats, List<String> facts) {
    public Item {
      threats = List.copyOf(threats);
      facts = List.copyOf(facts);
    }

    /** What it is, in words. */
    public String kind() {
      return supplied.element().kind().word().replace('-', ' ');
    }

    /** The class that colours the state of a demand. */
    public String tone(Demand demand) {
      return Tone.of(demand.state());
    }
  }

  static SupplyView of(Page page) {
    Supplies supplies = Supplies.of(page.checked());
    return new SupplyView(
        supplies.items().stream()
            .map(it -> new Item(it, page.lines(it.threats()), facts(it)))
            .toList(),
        supplies.unstated());
  }

  private static List<String> facts(Supplied supplied) {
    return List.of("updates", "pinned", "format", "sensitivity", "authentication").stream()
        .flatMap(key -> Facts.of(supplied.element(), key).map(it -> key + ": " + it).stream())
        .toList();
  }
}
