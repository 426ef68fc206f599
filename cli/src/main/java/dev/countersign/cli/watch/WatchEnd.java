package dev.countersign.cli.watch;

import dev.countersign.runner.run.Ended;
import dev.countersign.runner.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said when a run has ended. */
public final class WatchEnd {
  private WatchEnd() {}

  /** A line or several, for people. */
  public static String text(Ended ended) {
    Progress progress = ended.progress();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s%s of %s; %s."
            .formatted(
                ended.stopped() ? "Stopped after " : "",
                count(progress.events(), "event"),
                count(progress.clients() + progress.forgotten(), "client"),
                alerts(progress.alerts())));
    if (progress.malformed() > 0) {
      lines.add(
          "%s no events: %s."
              .formatted(
                  progress.malformed() == 1
                      ? "1 line is"
                      : number(progress.malformed()) + " lines are",
                  reasons(ended.malformed())));
    }
    if (progress.duplicates() > 0) {
      lines.add("%s came twice and counted once.".formatted(count(progress.duplicates(), "event")));
    }
    if (progress.forgotten() > 0) {
      lines.add(
          "%s forgotten, since more came than are remembered (--max-clients)."
              .formatted(count(progress.forgotten(), "client")));
    }
    if (ended.undelivered() > 0) {
      lines.add(
          "%s not taken where they should go. With --checkpoint the next run gives them again."
              .formatted(count(ended.undelivered(), "alert")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String alerts(Map<String, Long> bySeverity) {
    long all = bySeverity.values().stream().mapToLong(Long::longValue).sum();
    String parts =
        List.of("critical", "high", "medium", "low").stream()
            .filter(severity -> bySeverity.getOrDefault(severity, 0L) > 0)
            .map(severity -> number(bySeverity.getOrDefault(severity, 0L)) + " " + severity)
            .collect(Collectors.joining(", "));
    return all == 0 ? "no alert" : count(all, "alert") + " (" + parts + ")";
  }

  private static String reasons(Map<String, Long> malformed) {
    return new TreeMap<>(malformed)
        .entrySet().stream()
            .map(one -> one.getKey() + " " + number(one.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String count(long number, String of) {
    return number(number) + " " + of + (number == 1 ? "" : "s");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
