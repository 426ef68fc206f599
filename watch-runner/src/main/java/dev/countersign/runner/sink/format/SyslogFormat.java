package dev.countersign.runner.sink.format;

import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.alert.Severity;
import java.time.Instant;

/**
 * A message of syslog (RFC 5424). It says the same as {@code jsonl}, in ASCII behind the sign
 * {@code @cee:} by which rsyslog and syslog-ng know JSON. Structured data is left out: its names
 * need a number of one's own from IANA.
 */
public final class SyslogFormat implements AlertFormat {
  /** Security and authorisation messages (RFC 5424, table 1). */
  private static final int FACILITY = 10;

  private static final int MOST_OF_A_NAME = 255;
  private static final int MOST_OF_AN_ID = 32;

  private final String host;

  /**
   * As this machine says it.
   *
   * @param host its name; empty where it is not known
   */
  public SyslogFormat(String host) {
    this.host = name(host, MOST_OF_A_NAME);
  }

  @Override
  public String word() {
    return "syslog";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String write(Alert alert) {
    return header(alert) + "@cee: " + ascii(AlertJson.line(alert));
  }

  /** What stands before any message about an alert. */
  public String header(Alert alert) {
    return "<%d>1 %s %s countersign-watch - %s - "
        .formatted(
            FACILITY * 8 + severity(alert.severity()),
            Instant.ofEpochMilli(alert.time()),
            host,
            name(alert.detector(), MOST_OF_AN_ID));
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case LOW -> 5;
      case MEDIUM -> 4;
      case HIGH -> 3;
      case CRITICAL -> 2;
    };
  }

  /** A name of printable ASCII without blanks, or the sign for none. */
  private static String name(String name, int most) {
    String plain =
        name.codePoints()
            .filter(point -> point > ' ' && point < 0x7F)
            .limit(most)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.isEmpty() ? "-" : plain;
  }

  /**
   * A message in UTF-8 would have to begin with a byte order mark, which readers of JSON refuse.
   */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x80) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return ascii.toString();
  }
}
