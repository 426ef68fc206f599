package dev.countersign.runner.summary;

import dev.countersign.runner.run.Progress;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertWords;
import dev.countersign.watch.alert.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The page. */
final class SummaryPage {
  private static final int SHOWN_INCIDENTS = 100;
  private static final int SHOWN_CLIENTS = 20;
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #59636e; --edge: #d1d9e0;
        --low: #0969da; --medium: #bf8700; --high: #cf222e; --critical: #82071e; --bar: #57606a; --band: #c8d3de; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9198a1; --edge: #3d444d;
        --low: #4493f8; --medium: #d29922; --high: #f85149; --critical: #ff9492; --bar: #9198a1; --band: #2f3a46; } }
      body { margin: 0 auto; padding: 2rem 1rem; max-width: 60rem; background: var(--paper); color: var(--ink);
        font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; }
      p.lead, .soft { color: var(--soft); }
      dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; margin: 1rem 0; }
      dl.facts div { border: 1px solid var(--edge); border-radius: 6px; padding: .5rem .75rem; }
      dt { color: var(--soft); font-size: .85rem; } dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
      svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: var(--soft); }
      .bar { fill: var(--bar); } .band { fill: var(--band); } .line { fill: none; stroke: var(--ink); stroke-width: 1.5; }
      .axis { stroke: var(--edge); }
      rect.low { fill: var(--low); } rect.medium { fill: var(--medium); } rect.high { fill: var(--high); }
      rect.critical { fill: var(--critical); }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--edge); }
      th { color: var(--soft); font-weight: 600; white-space: nowrap; } td { overflow-wrap: anywhere; }
      td.tight { white-space: nowrap; }
      article { border: 1px solid var(--edge); border-left-width: 6px; border-radius: 6px; padding: .6rem .9rem; margin: .75rem 0;
        break-inside: avoid; overflow-wrap: anywhere; }
      article h3, article p { margin: 0 0 .25rem; }
      article.low { border-left-color: var(--low); } article.medium { border-left-color: var(--medium); }
      article.high { border-left-color: var(--high); } article.critical { border-left-color: var(--critical); }
      b.low { color: var(--low); } b.medium { color: var(--medium); } b.high { color: var(--high); }
      b.critical { color: var(--critical); }
      @media print { body { padding: 0; max-width: none; } }
      """;

  private final Collected collected;
  private final Progress progress;
  private final StringBuilder html = new StringBuilder(64_000);

  SummaryPage(Collected collected, Progress progress) {
    this.collected = collected;
    this.progress = progress;
  }

  String html() {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.append(" style-src 'unsafe-inline'\">\n<title>What countersign watch saw</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    head();
    facts();
    section("Events over time", Plots.events(collected));
    detectors();
    clients();
    incidents();
    scores();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    TimeLine time = collected.time();
    html.append("<h1>What countersign watch saw</h1>\n<p class=\"lead\">");
    html.append(
        time.parts() == 0
            ? "No event was read."
            : "Events from %s to %s UTC."
                .formatted(Plots.time(time.start(0)), Plots.time(time.start(time.parts()))));
    html.append("</p>\n");
  }

  private void facts() {
    html.append("<dl class=\"facts\">\n");
    fact("events", progress.events());
    fact("clients remembered", progress.clients());
    for (Severity severity :
        List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
      fact("alerts, " + severity.word(), progress.alerts().getOrDefault(severity.word(), 0L));
    }
    fact("malformed lines", progress.malformed());
    fact("duplicates", progress.duplicates());
    html.append("</dl>\n");
  }

  private void fact(String name, long value) {
    html.append("<div><dt>").append(name).append("</dt><dd>");
    html.append(String.format(Locale.ROOT, "%,d", value)).append("</dd></div>\n");
  }

  private void section(String title, String content) {
    html.append("<section>\n<h2>").append(title).append("</h2>\n").append(content);
    html.append("\n</section>\n");
  }

  private void detectors() {
    section(
        "Alerts by detector and severity",
        collected.byDetector().isEmpty()
            ? "<p class=\"soft\">No detector raised an alert.</p>"
            : Plots.detectors(collected.byDetector()));
  }

  private void clients() {
    Map<String, List<Alert>> byClient = new LinkedHashMap<>();
    for (Alert alert : collected.incidents()) {
      alert.clients().forEach(client -> byClient.merge(client, List.of(alert), SummaryPage::both));
    }
    if (byClient.isEmpty()) {
      return;
    }
    StringBuilder table =
        new StringBuilder("<table>\n<thead><tr><th>Client</th><th>Severity</th>")
            .append("<th>Incidents</th><th>What was seen</th></tr></thead>\n<tbody>\n");
    byClient.entrySet().stream()
        .limit(SHOWN_CLIENTS)
        .forEach(one -> row(one.getKey(), one.getValue(), table));
    table.append("</tbody>\n</table>");
    if (byClient.size() > SHOWN_CLIENTS) {
      table.append(more(byClient.size() - SHOWN_CLIENTS, "clients"));
    }
    section("Clients that stand out", table.toString());
  }

  private static List<Alert> both(List<Alert> some, List<Alert> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void row(String client, List<Alert> alerts, StringBuilder table) {
    Alert worst = alerts.getFirst();
    table
        .append("<tr><td>")
        .append(Html.text(AlertWords.name(client)))
        .append("</td><td class=\"tight\">");
    table.append(severity(worst.severity())).append("</td><td class=\"tight\">");
    table.append(alerts.size());
    table.append("</td><td>").append(Html.text(AlertWords.seen(worst))).append("</td></tr>\n");
  }

  private static String severity(Severity severity) {
    return "<b class=\"%s\">%s</b>".formatted(severity.word(), severity.word());
  }

  private void incidents() {
    List<Alert> all = collected.incidents();
    StringBuilder shown = new StringBuilder();
    all.stream().limit(SHOWN_INCIDENTS).forEach(alert -> incident(alert, shown));
    long more = all.size() + collected.left() - Math.min(all.size(), SHOWN_INCIDENTS);
    if (more > 0) {
      shown.append(more(more, "incidents"));
    }
    section(
        "Incidents", all.isEmpty() ? "<p class=\"soft\">There were none.</p>" : shown.toString());
  }

  private static String more(long count, String what) {
    return "<p class=\"soft\">And %,d more %s, none more severe.</p>".formatted(count, what);
  }

  private static void incident(Alert alert, StringBuilder html) {
    html.append("<article class=\"").append(alert.severity().word()).append("\">\n<h3>");
    html.append(severity(alert.severity())).append(' ');
    html.append(Html.text(AlertWords.name(alert.threat()))).append("</h3>\n<p>");
    html.append(Html.text(AlertWords.seen(alert))).append(' ');
    html.append(Html.text(AlertWords.unusual(alert))).append("</p>\n<p><strong>Do:</strong> ");
    html.append(Html.text(AlertWords.advice(alert))).append("</p>\n<p class=\"soft\">");
    html.append(Html.text(AlertWords.about(alert))).append("; from ");
    html.append(Plots.time(alert.since())).append(" to ").append(Plots.time(alert.time()));
    html.append(" UTC; requests ").append(Html.text(AlertWords.events(alert)));
    html.append("; incident ").append(Html.text(alert.id())).append("</p>\n</article>\n");
  }

  private void scores() {
    StringBuilder plots = new StringBuilder();
    collected
        .scores()
        .forEach((model, scores) ->
            plots
                .append("<h3>")
                .append(Html.text(AlertWords.name(model)))
                .append("</h3>\n")
                .append(Plots.scores(model, scores, collected.time()))
                .append('\n'));
    if (!plots.isEmpty()) {
      section(
          "Scores over time",
          "<p class=\"soft\">The last output of each row that lies from 0 to 1: median, and the"
              + " band between the quartiles.</p>\n"
              + plots);
    }
  }
}
