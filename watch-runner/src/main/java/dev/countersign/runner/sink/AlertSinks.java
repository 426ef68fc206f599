package dev.countersign.runner.sink;

import dev.countersign.runner.sink.format.AlertFormat;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.runner.sink.format.TextFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens where alerts go, as {@code --alerts FORMAT:TARGET} says it: {@code jsonl:alerts.jsonl},
 * {@code text:-}. All formats are listed here.
 *
 * @param out standard output, for the target {@code -}
 * @param colour whether it takes colours
 */
public record AlertSinks(OutputStream out, boolean colour) {
  private static final String STANDARD_OUTPUT = "-";

  /** All formats, in the order of the documentation. */
  private List<AlertFormat> formats(boolean coloured) {
    return List.of(new TextFormat(coloured), new JsonlFormat());
  }

  /** What may stand before the colon, for help. */
  public static List<String> words() {
    return new AlertSinks(OutputStream.nullOutputStream(), false)
        .formats(false).stream().map(AlertFormat::word).toList();
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
    Optional<AlertFormat> format =
        formats(colour && shown).stream()
            .filter(one -> colon > 0 && one.word().equals(asked.substring(0, colon)))
            .findFirst();
    if (format.isEmpty() || target.isEmpty()) {
      throw new UnusableSink(
          "--alerts %s is no FORMAT:TARGET. Formats are %s; a target is a file or - for standard output: --alerts jsonl:alerts.jsonl"
              .formatted(asked, String.join(", ", words())));
    }
    return shown ? new StreamSink(out, format.get()) : FileSink.open(Path.of(target), format.get());
  }
}
