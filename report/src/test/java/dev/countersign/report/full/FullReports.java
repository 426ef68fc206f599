package dev.countersign.report.full;

import dev.countersign.assess.Checked;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.report.Audience;
import dev.countersign.report.Report;
import dev.countersign.report.ReportFormat;
import dev.countersign.report.Tool;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders full reports for tests. */
final class FullReports {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>(Map.of("rules", "sha256:00")));

  private FullReports() {}

  static String html(Checked checked, Audience audience) {
    return html(report(checked, audience, Optional.empty()));
  }

  static String html(Checked checked, SystemChange since) {
    return html(report(checked, Audience.ALL, Optional.of(since)));
  }

  static byte[] pdf(Checked checked, Audience audience) {
    return content(new PdfReport(), report(checked, audience, Optional.empty()));
  }

  /** Without what is tested elsewhere or changes with every rule. */
  static String forGolden(String html) {
    return html.replaceAll("<code>/[^<]*/examples/", "<code>/examples/")
        .replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("'sha256-[^']*'", "'HASH'")
        .replaceAll("--wide: [0-9.]+px", "--wide: WIDTH")
        .replaceAll("(?s)<svg.*?</svg>", "<svg></svg>")
        .replaceAll("(<dt>Rules</dt><dd><code>)[^<]*", "$1DIGEST");
  }

  static Report report(Checked checked, Audience audience) {
    return report(checked, audience, Optional.empty());
  }

  private static Report report(Checked checked, Audience audience, Optional<SystemChange> since) {
    return new Report(checked, TOOL, audience, Optional.empty(), since);
  }

  private static String html(Report report) {
    return new String(content(new HtmlReport(), report), StandardCharsets.UTF_8);
  }

  private static byte[] content(ReportFormat format, Report report) {
    return format.render(report).getFirst().content();
  }
}
