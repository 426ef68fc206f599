package dev.countersign.cli.command;

import dev.countersign.cli.json.JsonReport;
import dev.countersign.cli.sarif.SarifReport;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.cli.text.Detail;
import dev.countersign.cli.text.TextReport;
import dev.countersign.cli.verdict.Checked;
import java.util.List;
import java.util.Locale;

/** The formats of a verdict. */
enum Format {
  TEXT {
    @Override
    String render(List<Checked> systems, Terminal terminal, Detail detail) {
      return TextReport.of(systems, terminal, detail);
    }
  },
  JSON {
    @Override
    String render(List<Checked> systems, Terminal terminal, Detail detail) {
      return JsonReport.of(systems, Versions.tool());
    }
  },
  SARIF {
    @Override
    String render(List<Checked> systems, Terminal terminal, Detail detail) {
      return SarifReport.of(systems, Versions.tool());
    }
  };

  abstract String render(List<Checked> systems, Terminal terminal, Detail detail);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
