package dev.countersign.cli.command;

import dev.countersign.cli.check.Outcome;
import dev.countersign.cli.report.Portable;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.cli.text.Detail;
import dev.countersign.cli.text.TextReport;
import dev.countersign.report.json.JsonReport;
import dev.countersign.report.markdown.MarkdownReport;
import dev.countersign.report.sarif.SarifReport;
import java.util.Locale;

/** The formats of a verdict. */
enum Format {
  TEXT {
    @Override
    String render(Outcome.Done done, Terminal terminal, Detail detail) {
      return TextReport.of(done.systems(), terminal, detail);
    }
  },
  JSON {
    @Override
    String render(Outcome.Done done, Terminal terminal, Detail detail) {
      return JsonReport.of(done.systems(), Versions.tool(done.rules()));
    }
  },
  SARIF {
    @Override
    String render(Outcome.Done done, Terminal terminal, Detail detail) {
      return SarifReport.of(
          done.systems().stream().map(Portable::of).toList(), Versions.tool(done.rules()));
    }
  },
  MARKDOWN {
    @Override
    String render(Outcome.Done done, Terminal terminal, Detail detail) {
      return MarkdownReport.of(done.systems(), Versions.tool(done.rules()));
    }
  };

  abstract String render(Outcome.Done done, Terminal terminal, Detail detail);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
