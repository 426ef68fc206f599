package dev.countersign.cli.discover;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;

/** The formats of inventories. */
public enum DiscoverFormat {
  /** For people. */
  TEXT,
  /** For machines: {@code docs/schema/discover-1.schema.json}. */
  JSON,
  /** For spreadsheets: one line a place. */
  CSV;

  /** The inventories as text; several are summed up unless {@code all} is asked for. */
  public String render(List<Inventoried> inventories, boolean all, Terminal terminal) {
    return switch (this) {
      case JSON -> DiscoverJson.of(inventories, BuildInfo.version());
      case CSV -> DiscoverCsv.of(inventories);
      case TEXT ->
          inventories.size() == 1
              ? DiscoverText.of(inventories.getFirst(), all, terminal)
              : SummaryText.of(inventories, all, terminal);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
