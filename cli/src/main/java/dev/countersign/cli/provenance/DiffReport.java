package dev.countersign.cli.provenance;

import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.diff.Change;
import dev.countersign.provenance.diff.ManifestDiff;
import dev.countersign.provenance.diff.Sources;
import dev.countersign.provenance.diff.Sum;
import dev.countersign.report.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** What changed between two states of a dataset, as text and as JSON. */
public final class DiffReport {
  private static final int LISTED = 200;

  private final DatasetStatement before;
  private final DatasetStatement after;
  private final ManifestDiff diff;
  private final Map<String, List<Change>> bySource;

  /** Of what is compared and what came of it. */
  public DiffReport(DatasetStatement before, DatasetStatement after, ManifestDiff diff) {
    this.before = before;
    this.after = after;
    this.diff = diff;
    bySource = diff.by(name -> Sources.of(name, after.description(), before.description()));
  }

  /** For people. */
  public String text(Terminal terminal) {
    Page page = new Page(terminal);
    if (diff.changes().isEmpty()) {
      page.line(after.name() + ": the same files with the same bytes.");
      return page.toString();
    }
    page.line(Line.of(Style.STRONG, after.name()).add(": " + words(Sum.of(diff.changes()))));
    page.line(diff.same() + " files are the same.");
    bySource.forEach((source, changes) -> source(page, source, changes));
    return page.toString();
  }

  private static void source(Page page, String source, List<Change> changes) {
    page.blank();
    page.line(Line.of().add(Style.STRONG, "from " + source).add(": " + words(Sum.of(changes))));
    changes.stream().limit(LISTED).forEach(change -> page.line(2, line(change)));
    if (changes.size() > LISTED) {
      page.line(2, Line.of("and " + (changes.size() - LISTED) + " more; --format json lists all"));
    }
  }

  private static Line line(Change change) {
    String rows =
        change.rows().isPresent() && change.rows().getAsLong() != 0
            ? "  (%+d rows)".formatted(change.rows().getAsLong())
            : "";
    return switch (change) {
      case Change.Added added -> Line.of("added    " + added.name() + rows);
      case Change.Removed removed -> Line.of("removed  " + removed.name() + rows);
      case Change.Changed changed -> Line.of("changed  " + changed.name() + rows);
      case Change.Moved moved ->
          Line.of("moved    " + moved.before().name() + " to " + moved.name());
    };
  }

  private static String words(Sum sum) {
    String files =
        "%d added, %d removed, %d changed, %d moved"
            .formatted(sum.added(), sum.removed(), sum.changed(), sum.moved());
    return sum.rowsAdded().isPresent() && sum.rowsRemoved().isPresent()
        ? files
            + "; rows +%d -%d".formatted(sum.rowsAdded().getAsLong(), sum.rowsRemoved().getAsLong())
        : files + "; rows not counted";
  }

  /** For machines. */
  public String json() {
    return JsonText.of(json -> {
      json.writeStartObject();
      JsonText.object(json, "before", () -> side(json, before));
      JsonText.object(json, "after", () -> side(json, after));
      json.writeNumberProperty("same", diff.same());
      JsonText.objects(
          json,
          "sources",
          bySource.entrySet(),
          source -> {
            json.writeStringProperty("source", source.getKey());
            sum(json, Sum.of(source.getValue()));
            JsonText.objects(json, "changes", source.getValue(), change -> change(json, change));
          });
      json.writeEndObject();
    });
  }

  private static void side(JsonGenerator json, DatasetStatement side) {
    json.writeStringProperty("name", side.name());
    json.writeStringProperty("digest", "sha256:" + side.digest());
  }

  private static void sum(JsonGenerator json, Sum sum) {
    json.writeNumberProperty("added", sum.added());
    json.writeNumberProperty("removed", sum.removed());
    json.writeNumberProperty("changed", sum.changed());
    json.writeNumberProperty("moved", sum.moved());
    rows(json, "rowsAdded", sum.rowsAdded());
    rows(json, "rowsRemoved", sum.rowsRemoved());
  }

  private static void change(JsonGenerator json, Change change) {
    switch (change) {
      case Change.Added _ -> json.writeStringProperty("kind", "added");
      case Change.Removed _ -> json.writeStringProperty("kind", "removed");
      case Change.Changed _ -> json.writeStringProperty("kind", "changed");
      case Change.Moved moved -> {
        json.writeStringProperty("kind", "moved");
        json.writeStringProperty("from", moved.before().name());
      }
    }
    json.writeStringProperty("name", change.name());
    rows(json, "rows", change.rows());
  }

  private static void rows(JsonGenerator json, String name, OptionalLong rows) {
    if (rows.isPresent()) {
      json.writeNumberProperty(name, rows.getAsLong());
    }
  }
}
