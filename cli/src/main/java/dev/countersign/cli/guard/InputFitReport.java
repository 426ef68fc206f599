package dev.countersign.cli.guard;

import dev.countersign.cli.console.BuildInfo;
import dev.countersign.cli.provenance.Shown;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.fit.input.FittedInput;
import dev.countersign.fit.input.HeldOut;
import dev.countersign.fit.input.Split;
import dev.countersign.report.json.JsonText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What came out of fitting an input gate.
 *
 * @param fitted the gate
 * @param data what it was fitted on
 * @param model what it stands before
 * @param file where its profile is
 * @param bytes how large that is
 */
public record InputFitReport(FittedInput fitted, Path data, Path model, Path file, long bytes) {
  /** For people. */
  public String text(Terminal terminal) {
    Page page = new Page(terminal);
    HeldOut heldOut = fitted.heldOut();
    page.line(
        Line.of(Style.GOOD, "Fitted ").add("the input gate of ").add(Style.STRONG, name(model)));
    page.line(2, Line.of("%s on %s".formatted(features(), Shown.path(data))));
    page.line(2, Line.of(rows()));
    fitted.classes().note().ifPresent(note -> page.line(2, Line.of(note)));
    page.blank().line("Held-out check:");
    rate(page, "rejected", fitted.options().falseRejects(), heldOut.rate(), heldOut.rejected());
    rate(
        page,
        "flagged or rejected",
        fitted.options().flags(),
        heldOut.flagRate(),
        heldOut.flagged());
    judgement().ifPresent(said -> page.line(2, Line.of(Style.WARN, said)));
    page.blank().line(Line.of("Profile: %s, %,d bytes".formatted(Shown.path(file), bytes)));
    page.blank().line("Next:");
    page.verbatim(
        2,
        Style.NAME,
        "countersign guard score " + Shown.word(file) + " DATA --public-key KEY.pub.pem");
    return page.toString();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private String features() {
    int features = fitted.model().encoding().columns().size();
    int classes = fitted.classes().names().size();
    String of = "%,d feature%s".formatted(features, features == 1 ? "" : "s");
    return classes > 1 ? of + ", %,d classes,".formatted(classes) : of;
  }

  private String rows() {
    Split split = fitted.split();
    return "%,d rows: %,d to fit, %,d to combine, %,d to calibrate, %,d held out"
        .formatted(split.rows(), split.fit(), split.tune(), split.calibration(), split.heldOut());
  }

  private void rate(Page page, String what, double asked, double rate, int hits) {
    double[] interval = fitted.heldOut().interval(hits);
    page.line(
        2,
        Line.of(
            "%s: asked %s, got %s (%d of %,d rows; 95 %% interval %s to %s)"
                .formatted(
                    what,
                    percent(asked),
                    percent(rate),
                    hits,
                    fitted.heldOut().rows(),
                    percent(interval[0]),
                    percent(interval[1]))));
  }

  private Optional<String> judgement() {
    double[] interval = fitted.heldOut().interval(fitted.heldOut().rejected());
    double asked = fitted.options().falseRejects();
    return asked >= interval[0] && asked <= interval[1]
        ? Optional.empty()
        : Optional.of(
            "The interval does not hold what was asked. By chance that happens once in twenty"
                + " times; fit with another --seed to see.");
  }

  static String percent(double share) {
    double percent = share * 100;
    String text = String.format(Locale.ROOT, percent < 10 ? "%.2f" : "%.1f", percent);
    return text.replaceFirst("\\.?0+$", "") + " %";
  }

  /** For programs; {@code docs/schema/guard-fit-1.schema.json} describes it. */
  public String json() {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringProperty("tool", "countersign " + BuildInfo.version());
      json.writeStringProperty("profile", file.toString());
      json.writeNumberProperty("bytes", bytes);
      json.writeNumberProperty("features", fitted.model().encoding().columns().size());
      JsonText.strings(json, "classes", fitted.classes().names());
      JsonText.object(
          json,
          "rows",
          () -> {
            json.writeNumberProperty("fit", fitted.split().fit());
            json.writeNumberProperty("tune", fitted.split().tune());
            json.writeNumberProperty("calibration", fitted.split().calibration());
            json.writeNumberProperty("heldOut", fitted.split().heldOut());
          });
      JsonText.object(
          json,
          "falseRejects",
          () -> rate(json, fitted.options().falseRejects(), fitted.heldOut().rejected()));
      JsonText.object(
          json, "flags", () -> rate(json, fitted.options().flags(), fitted.heldOut().flagged()));
      json.writeEndObject();
    });
  }

  private void rate(JsonGenerator json, double asked, int hits) {
    double[] interval = fitted.heldOut().interval(hits);
    json.writeNumberProperty("asked", asked);
    json.writeNumberProperty("heldOut", (double) hits / Math.max(1, fitted.heldOut().rows()));
    json.writeNumberProperty("from", interval[0]);
    json.writeNumberProperty("to", interval[1]);
  }
}
