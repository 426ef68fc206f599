package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Locale;

/** What terminals and readers of logs obey: ECMA-48 controls, line ends, look-ups of Log4j. */
public final class LineCheck {
  private static final String[] LEVELS = {
    "info",
    "warn",
    "warning",
    "error",
    "debug",
    "trace",
    "fatal",
    "critical",
    "notice",
    "severe",
    "audit",
    "alert",
    "emerg"
  };

  private final String text;
  private final int from;
  private final int to;
  private final boolean log;
  private final Findings out;

  /**
   * For one stretch.
   *
   * @param log whether it goes to a log, and otherwise to a terminal
   */
  public LineCheck(String text, int from, int to, boolean log, Findings out) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.log = log;
    this.out = out;
  }

  /** Looks at every character. */
  public void check() {
    if (log && from > 0 && lineEnd(text.charAt(from - 1))) {
      forged(from);
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c >= 127 && c < 160) {
        control(c, i);
      } else if (log && (c == '\n' || c == '\u2028' || c == '\u2029')) {
        line(i);
      } else if (log && c == '$') {
        lookup(i);
      } else if (log && c == '%' || c == '\\' && log) {
        encodedLine(i);
      }
    }
  }

  private void control(char c, int i) {
    boolean lineEnd = c == '\r' && i + 1 < to && text.charAt(i + 1) == '\n';
    if (lineEnd && !log) {
      return;
    }
    if (lineEnd || log && (c == 0x0B || c == 0x0C || c == 0x85)) {
      line(i);
      return;
    }
    boolean escape = c == 0x1B || c >= 128;
    String what =
        c == '\r' ? "a carriage return" : escape ? "a control sequence" : "a control character";
    out.active(
        log ? "log.control" : "terminal.control",
        i,
        i + 1,
        Decision.REJECT,
        what,
        "a terminal obeys it: it can overwrite lines, set the clipboard, name links or answer with"
            + " input");
  }

  private static boolean lineEnd(char c) {
    return "\n\r\u000B\f\u0085\u2028\u2029".indexOf(c) >= 0;
  }

  private void line(int i) {
    out.active(
        "log.line",
        i,
        i + 1,
        Decision.FLAG,
        "a line end",
        "whoever reads the log takes the next line for a record of its own");
    forged(i + 1);
  }

  private void forged(int from) {
    int start = from;
    while (start < to && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    int end = start;
    while (end < to && end - start < 120 && !lineEnd(text.charAt(end))) {
      end++;
    }
    if (end > start && record(text.substring(start, end))) {
      out.active(
          "log.record",
          start,
          end,
          Decision.REJECT,
          "a line that looks like a record",
          "whoever reads the log takes it for one");
    }
  }

  /** A date or a time, a level, a bracket with either, JSON, or what syslog and servers write. */
  private static boolean record(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < line.length() && "[(<{|*# \"".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    String bare = lower.substring(i);
    for (String level : LEVELS) {
      boolean ends =
          bare.length() == level.length()
              || bare.length() > level.length()
                  && !Character.isLetterOrDigit(bare.charAt(level.length()));
      if (bare.startsWith(level)
          && ends
          && (line.charAt(i) < 'a'
              || i > 0
              || bare.startsWith(":", level.length())
              || bare.startsWith("=", level.length()))) {
        return true;
      }
    }
    return dated(bare)
        || lower.startsWith("{\"")
        || bare.startsWith("level=")
        || bare.startsWith("msg=")
        || bare.startsWith("time=")
        || bare.startsWith("ts=")
        || bare.startsWith("user=")
        || bare.startsWith("event=")
        || bare.startsWith("timestamp");
  }

  private static boolean dated(String bare) {
    int digits = 0;
    int signs = 0;
    for (int i = 0; i < Math.min(10, bare.length()); i++) {
      digits += Character.isDigit(bare.charAt(i)) ? 1 : 0;
      signs += "-/:.".indexOf(bare.charAt(i)) >= 0 ? 1 : 0;
    }
    boolean month =
        bare.length() > 5
            && "jan feb mar apr may jun jul aug sep oct nov dec ".contains(bare.substring(0, 4))
            && (Character.isDigit(bare.charAt(4)) || bare.charAt(4) == ' ');
    return month
        || bare.length() >= 8 && Character.isDigit(bare.charAt(0)) && digits >= 5 && signs >= 2
        || digits == 10;
  }

  /** Log4j looks up what stands in braces, also within another look-up (CVE-2021-44228). */
  private void lookup(int i) {
    if (!text.startsWith("${", i)) {
      return;
    }
    int end = Math.min(to, i + 300);
    for (int j = i + 2; j < end; j++) {
      char c = text.charAt(j);
      if (c == ':' || c == '$' || c == '%' || c == '\\') {
        out.active(
            "log.lookup",
            i,
            j,
            Decision.REJECT,
            "a look-up of a logging library",
            "some versions resolve it, and load code for it");
        return;
      }
      if (c == '}' || c == '\n') {
        return;
      }
    }
  }

  /** Line ends that something decodes before the log is shown. */
  private void encodedLine(int i) {
    boolean percent =
        text.regionMatches(true, i, "%0d", 0, 3) || text.regionMatches(true, i, "%0a", 0, 3);
    boolean lookup =
        text.regionMatches(true, i, "%24%7b", 0, 6)
            || text.regionMatches(true, i, "\\u0024\\u007b", 0, 12);
    if (percent || lookup) {
      out.active(
          "log.encoded",
          i,
          i + 3,
          Decision.REJECT,
          lookup ? "an encoded look-up" : "an encoded line end",
          "what decodes it finds a record of its own");
    }
  }
}
