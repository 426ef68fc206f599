package dev.countersign.cli.watch;

import dev.countersign.runner.calibrate.EventLog;
import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.FilesSource;
import dev.countersign.runner.source.LogSource.Took;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.LineParser;
import dev.countersign.watch.log.Parsed;
import dev.countersign.watch.log.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Logs to calibrate on: what cannot be read is an error here, since thresholds stand on it. */
public final class CalibrationLog implements EventLog {
  private final List<Path> files;
  private final Supplier<LineParser> parser;
  private long malformed;

  /** Over files and folders. */
  public CalibrationLog(List<Path> files, Supplier<LineParser> parser) {
    this.files = List.copyOf(files);
    this.parser = parser;
  }

  /** How many lines were no events, when it was read last. */
  public long malformed() {
    return malformed;
  }

  @Override
  public void forEach(Consumer<Event> each) throws IOException {
    malformed = 0;
    LineParser parsing = parser.get();
    StringBuilder wrong = new StringBuilder();
    try (FilesSource source = new FilesSource(files, false, wrong::append)) {
      Block block = new Block();
      while (source.next(block) != Took.ENDED) {
        lines(block, parsing, each);
      }
      if (source.unreadable() > 0) {
        throw new IOException(wrong.toString());
      }
    }
  }

  private void lines(Block block, LineParser parsing, Consumer<Event> each) {
    malformed += block.tooLong().size();
    for (int i = 0; i < block.count(); i++) {
      long offset = block.offset(i);
      Parsed parsed =
          parsing.parse(
              block.bytes(), block.from(i), block.to(i), () -> block.name() + ":" + offset);
      switch (parsed) {
        case Parsed.Read read -> each.accept(read.event());
        case Parsed.Refused refused -> malformed += refused.reason() == Reason.OTHER ? 0 : 1;
      }
    }
  }
}
