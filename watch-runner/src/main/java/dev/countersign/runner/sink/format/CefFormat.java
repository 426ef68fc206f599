package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertWords;
import dev.countersign.watch.alert.Harmless;
import dev.countersign.watch.alert.Measure;
import dev.countersign.watch.alert.Severity;
import java.util.Locale;

/**
 * ArcSight's Common Event Format, version 0 (<i>Implementing ArcSight Common Event Format</i>,
 * revision 25): a backslash and a bar are escaped in the header, a backslash and an equals sign in
 * values; there are no line ends, since {@link Harmless} writes them by their numbers. Values are
 * cut at the lengths that its dictionary states.
 */
public final class CefFormat implements AlertFormat {
  private static final int EXTERNAL_ID = 40;
  private static final int TEXT = 1023;
  private static final int CUSTOM = 4000;

  @Override
  public String word() {
    return "cef";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String write(Alert alert) {
    StringBuilder cef = new StringBuilder(800).append("CEF:0");
    header(cef, Product.VENDOR);
    header(cef, Product.NAME);
    header(cef, "1");
    header(cef, alert.detector());
    header(cef, alert.threat());
    header(cef, Integer.toString(severity(alert.severity())));
    cef.append('|');
    value(cef, "rt", Long.toString(alert.time()), TEXT);
    value(cef, "start", Long.toString(alert.since()), TEXT);
    value(cef, "end", Long.toString(alert.time()), TEXT);
    value(cef, "externalId", alert.id() + "-" + alert.sequence(), EXTERNAL_ID);
    value(cef, "cat", Product.family(alert), TEXT);
    value(cef, "suid", alert.subject(), TEXT);
    value(cef, "msg", Product.message(alert), TEXT);
    custom(cef, 1, "system", alert.system());
    custom(cef, 2, "model", alert.model());
    custom(cef, 3, "incident", alert.id());
    custom(cef, 4, "events", AlertWords.events(alert));
    custom(cef, 5, "measured", measured(alert));
    custom(cef, 6, "advice", AlertWords.advice(alert));
    return cef.toString();
  }

  /** From 0 to 10, as the format asks. */
  static int severity(Severity severity) {
    return switch (severity) {
      case LOW -> 3;
      case MEDIUM -> 5;
      case HIGH -> 8;
      case CRITICAL -> 10;
    };
  }

  private static String measured(Alert alert) {
    StringBuilder measured = new StringBuilder();
    for (Measure one : alert.measures()) {
      measured.append(measured.isEmpty() ? "" : ", ").append(one.statistic());
      measured.append(
          String.format(Locale.ROOT, " %.4g (from %.4g)", one.value(), one.threshold().at()));
    }
    return measured.toString();
  }

  private static void header(StringBuilder cef, String field) {
    cef.append('|');
    cef.append(Harmless.line(field, TEXT).replace("\\", "\\\\").replace("|", "\\|"));
  }

  private static void custom(StringBuilder cef, int number, String label, String value) {
    value(cef, "cs" + number + "Label", label, TEXT);
    value(cef, "cs" + number, value, CUSTOM);
  }

  private static void value(StringBuilder cef, String key, String value, int most) {
    if (value.isEmpty()) {
      return;
    }
    cef.append(cef.charAt(cef.length() - 1) == '|' ? "" : " ").append(key).append('=');
    cef.append(Harmless.line(value, most - 1).replace("\\", "\\\\").replace("=", "\\="));
  }
}
