package dev.countersign.runner.screen;

import dev.countersign.runner.run.Progress;
import dev.countersign.runner.run.Watcher;
import dev.countersign.runner.sink.format.TextFormat;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertWords;
import dev.countersign.watch.alert.Harmless;
import dev.countersign.watch.alert.Severity;
import dev.countersign.watch.event.Event;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows how a run goes: on a terminal a few lines that are drawn anew in their place, four times a
 * second at most; elsewhere one plain line every ten seconds. It says nothing that alerts do not
 * say, and holds the run up no longer than it takes to write those lines.
 */
public final class LiveScreen implements Watcher, AutoCloseable {
  private static final Duration REDRAWN = Duration.ofMillis(250);
  private static final Duration SAID = Duration.ofSeconds(10);
  private static final int SHOWN = 5;
  private static final int FIRST_WIDE = 0x1100;
  private static final String CLEAR_LINE = "\u001b[2K";

  private final PrintStream out;
  private final Look look;
  private final Clock clock;
  private final Map<String, Long> byDetector = new TreeMap<>();
  private final Deque<Alert> alerts = new ArrayDeque<>();
  private Progress last = new Progress(0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, "");
  private long next;
  private int drawn;

  /**
   * What can be shown.
   *
   * @param terminal whether lines can be drawn anew
   * @param colour whether it takes colours
   * @param width columns of a line
   */
  public record Look(boolean terminal, boolean colour, int width) {}

  /**
   * Begins to show.
   *
   * @param out is never closed
   * @param detectors their ids
   */
  public LiveScreen(PrintStream out, Look look, Collection<String> detectors) {
    this(out, look, detectors, Clock.systemUTC());
  }

  LiveScreen(PrintStream out, Look look, Collection<String> detectors, Clock clock) {
    this.out = out;
    this.look = look;
    this.clock = clock;
    detectors.forEach(id -> byDetector.put(id, 0L));
  }

  @Override
  public void batch(List<Event> events, List<Alert> told, Progress progress) {
    last = progress;
    for (Alert alert : told) {
      byDetector.computeIfPresent(alert.detector(), (id, count) -> count + 1);
      if (alerts.size() == SHOWN) {
        alerts.removeFirst();
      }
      alerts.addLast(alert);
    }
    long now = clock.millis();
    if (now >= next) {
      next = now + (look.terminal() ? REDRAWN : SAID).toMillis();
      show();
    }
  }

  private void show() {
    if (look.terminal()) {
      draw(lines());
    } else {
      out.println(status());
      out.flush();
    }
  }

  private void draw(List<String> lines) {
    StringBuilder screen = new StringBuilder();
    if (drawn > 0) {
      screen.append("\u001b[").append(drawn).append('A');
    }
    for (String line : lines) {
      screen.append('\r').append(CLEAR_LINE).append(line).append('\n');
    }
    screen.append((CLEAR_LINE + "\n").repeat(Math.max(0, drawn - lines.size())));
    out.print(screen);
    out.flush();
    drawn = Math.max(drawn, lines.size());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(fit(status()));
    lines.add(fit("detectors: " + detectors()));
    for (Alert alert : alerts) {
      lines.add(line(alert));
    }
    return lines;
  }

  private String status() {
    return String.format(
        Locale.ROOT,
        "%,d events (%,.0f/s), %,d clients, %s, %s%s",
        last.events(),
        last.perSecond(),
        last.clients(),
        severities(),
        lag(),
        last.malformed() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d malformed", last.malformed()));
  }

  private String severities() {
    StringBuilder told = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = last.alerts().getOrDefault(severity.word(), 0L);
      if (count > 0) {
        told.insert(0, count + " " + severity.word() + (told.isEmpty() ? "" : ", "));
      }
    }
    return told.isEmpty() ? "no alerts" : told.toString();
  }

  private String lag() {
    if (last.newest() == 0) {
      return "nothing read yet";
    }
    Duration lag = Duration.ofMillis(Math.max(0, clock.millis() - last.newest()));
    return "newest event "
        + (lag.toHours() > 48
            ? lag.toDays() + " days old"
            : lag.toMinutes() > 2 ? lag.toMinutes() + " min old" : lag.toSeconds() + " s old");
  }

  private String detectors() {
    StringBuilder all = new StringBuilder();
    byDetector.forEach((id, count) ->
        all.append(all.isEmpty() ? "" : ", ").append(id).append(count == 0 ? "" : " " + count));
    return all.toString();
  }

  private String line(Alert alert) {
    String severity = alert.severity().word().toUpperCase(Locale.ROOT);
    String rest =
        "  "
            + AlertWords.name(alert.threat())
            + "  "
            + AlertWords.about(alert)
            + "  "
            + AlertWords.seen(alert);
    String fitted = fit(severity + rest);
    return look.colour()
        ? TextFormat.on(alert.severity())
            + severity
            + "\u001b[0m"
            + fitted.substring(Math.min(fitted.length(), severity.length()))
        : fitted;
  }

  /** A line that wraps would be drawn over wrongly: what may be two columns wide counts as two. */
  private String fit(String line) {
    String safe = Harmless.line(line);
    int columns = 0;
    for (int i = 0; i < safe.length(); i += Character.charCount(safe.codePointAt(i))) {
      columns += safe.codePointAt(i) < FIRST_WIDE ? 1 : 2;
      if (columns >= look.width()) {
        return safe.substring(0, i);
      }
    }
    return safe;
  }

  /** Shows how it ended. */
  @Override
  public void close() {
    show();
  }
}
