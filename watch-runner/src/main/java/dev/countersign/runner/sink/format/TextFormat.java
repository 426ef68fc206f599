package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertWords;
import dev.countersign.watch.alert.Severity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A few lines for people, and an empty one. */
public final class TextFormat implements AlertFormat {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String PLAIN = "\u001b[0m";

  private final boolean colour;

  /**
   * With or without colours.
   *
   * @param colour by severity, for a terminal
   */
  public TextFormat(boolean colour) {
    this.colour = colour;
  }

  @Override
  public String word() {
    return "text";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String write(Alert alert) {
    StringBuilder text = new StringBuilder(600);
    text.append(severity(alert.severity())).append("  ");
    text.append(AlertWords.name(alert.threat())).append("  ").append(time(alert.time()));
    line(text, "", AlertWords.about(alert) + ", seen by " + alert.detector() + ".");
    line(text, "Seen: ", AlertWords.seen(alert) + " " + AlertWords.unusual(alert));
    line(text, "By:   ", "requests " + AlertWords.events(alert) + ".");
    line(text, "Do:   ", AlertWords.advice(alert));
    line(text, "", incident(alert));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String label, String what) {
    text.append("\n  ").append(label).append(what);
  }

  private static String incident(Alert alert) {
    String again = alert.sequence() == 1 ? "" : ", told again (%d)".formatted(alert.sequence());
    return "Incident %s since %s%s.".formatted(alert.id(), time(alert.since()), again);
  }

  private static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private String severity(Severity severity) {
    String word = severity.word().toUpperCase(Locale.ROOT);
    return colour ? on(severity) + word + PLAIN : word;
  }

  /** The sequence that begins a severity's colour; colour never carries meaning alone. */
  public static String on(Severity severity) {
    return switch (severity) {
      case LOW -> "\u001b[36m";
      case MEDIUM -> "\u001b[33m";
      case HIGH -> "\u001b[31m";
      case CRITICAL -> "\u001b[1;37;41m";
    };
  }
}
