package dev.countersign.cli.command;

import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Safe;
import dev.countersign.cli.watch.AlertOutput;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.run.NamedSink;
import dev.countersign.runner.run.Progress;
import dev.countersign.runner.sink.UnusableSink;
import dev.countersign.runner.sink.choice.AlertSinks;
import dev.countersign.watch.alert.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about where alerts go, and what they do to the exit code. */
final class WatchAlertOptions {
  @Option(
      names = "--alerts",
      paramLabel = "FORMAT:TARGET",
      description =
          "Where alerts go; may be repeated. A target is a file, - for standard output, https://…,"
              + " kafka://BROKER:PORT,…/TOPIC, or udp://, tcp:// or tls:// with host and port."
              + " Formats are text, jsonl, ocsf, ecs, cef and syslog. Otherwise text:- on a terminal,"
              + " and else jsonl:-.")
  List<String> alerts = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Ends with 1 if an alert of this severity or above came: low, medium, high or critical."
              + " Otherwise alerts do not change how it ends.")
  @Nullable Severity failOn;

  /**
   * Opens where alerts go.
   *
   * @param kafka what is set for clients of Kafka
   * @param taken whether the screen is taken by something else
   * @throws Refused if one of them cannot be used
   */
  List<NamedSink> open(
      Console console, TerminalOptions terminal, KafkaConfig kafka, boolean taken) {
    AlertSinks sinks =
        new AlertSinks(
            new AlertOutput(console.out()),
            terminal.terminal(console).colour(),
            kafka,
            name -> console.variable(name).orElse(""),
            note -> console.complain("countersign: " + Safe.line(note) + "\n"));
    List<NamedSink> open = new ArrayList<>();
    for (String asked : asked(console, taken)) {
      open.add(open(sinks, asked));
    }
    return open;
  }

  private List<String> asked(Console console, boolean taken) {
    if (!alerts.isEmpty() || taken) {
      return alerts;
    }
    return List.of(console.interactive() ? "text:-" : "jsonl:-");
  }

  private static NamedSink open(AlertSinks sinks, String asked) {
    try {
      return new NamedSink(asked, sinks.open(asked));
    } catch (UnusableSink wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw new Refused("--alerts %s cannot be opened (%s).".formatted(asked, Failure.why(failed)));
    }
  }

  /** Whether an alert came that was asked to fail on. */
  boolean fails(Progress progress) {
    Severity least = failOn;
    return least != null
        && Stream.of(Severity.values())
            .filter(severity -> severity.compareTo(least) >= 0)
            .anyMatch(severity -> progress.alerts().getOrDefault(severity.word(), 0L) > 0);
  }
}
