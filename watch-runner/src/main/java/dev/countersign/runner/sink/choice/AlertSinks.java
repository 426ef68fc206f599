package dev.countersign.runner.sink.choice;

import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.sink.AlertSink;
import dev.countersign.runner.sink.FileSink;
import dev.countersign.runner.sink.StreamSink;
import dev.countersign.runner.sink.UnusableSink;
import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.runner.sink.format.CefFormat;
import dev.countersign.runner.sink.format.EcsFormat;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.runner.sink.format.OcsfFormat;
import dev.countersign.runner.sink.format.SyslogFormat;
import dev.countersign.runner.sink.format.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Opens where alerts go, as {@code --alerts FORMAT:TARGET} says it: {@code jsonl:alerts.jsonl},
 * {@code text:-}, {@code ocsf:https://soc.example/hook}. All formats are listed here.
 *
 * @param out standard output, for the target {@code -}
 * @param colour whether it takes colours
 * @param kafka what is set for clients of Kafka
 * @param environment the value of an environment variable, empty where it is not set
 * @param notes takes sentences for people about what a receiver did not take
 */
public record AlertSinks(
    OutputStream out,
    boolean colour,
    KafkaConfig kafka,
    UnaryOperator<String> environment,
    Consumer<String> notes) {
  private static final String STANDARD_OUTPUT = "-";

  /** All formats, in the order of the documentation. */
  private static List<AlertFormat> formats(boolean colour, String host) {
    return List.of(
        new TextFormat(colour),
        new JsonlFormat(),
        new OcsfFormat(),
        new EcsFormat(),
        new CefFormat(),
        new SyslogFormat(host));
  }

  /** What may stand before the colon, for help. */
  public static List<String> words() {
    return formats(false, "").stream().map(AlertFormat::word).toList();
  }

  /**
   * Opens a sink.
   *
   * @param asked FORMAT:TARGET
   * @throws UnusableSink if nothing of that kind exists
   * @throws IOException if it cannot be written
   */
  public AlertSink open(String asked) throws UnusableSink, IOException {
    int colon = asked.indexOf(':');
    String target = asked.substring(colon + 1);
    boolean shown = target.equals(STANDARD_OUTPUT);
    String host = environment.apply("HOSTNAME");
    Optional<AlertFormat> format =
        formats(colour && shown, host).stream()
            .filter(one -> colon > 0 && one.word().equals(asked.substring(0, colon)))
            .findFirst();
    if (format.isEmpty() || target.isEmpty()) {
      throw new UnusableSink(
          "--alerts %s is no FORMAT:TARGET. Formats are %s; a target is a file, - for standard output, https://…, kafka://broker:9092/topic, or udp://, tcp:// or tls:// with host and port: --alerts jsonl:alerts.jsonl"
              .formatted(asked, String.join(", ", words())));
    }
    if (shown) {
      return new StreamSink(out, format.get());
    }
    return target.contains("://")
        ? new NetworkSinks(kafka, environment, notes, new SyslogFormat(host))
            .open(format.get(), target)
        : file(target, format.get());
  }

  private static AlertSink file(String target, AlertFormat format)
      throws UnusableSink, IOException {
    try {
      return FileSink.open(Path.of(target), format);
    } catch (InvalidPathException wrong) {
      throw new UnusableSink("--alerts: " + target + " is no name of a file.");
    }
  }
}
