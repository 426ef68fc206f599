package dev.countersign.flink;

import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.LineParser;
import dev.countersign.watch.log.Parsed;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Lines to events; a line that is none is counted and goes another way, and stops nothing. */
final class ParseFunction extends ProcessFunction<byte[], Event> {
  private static final long serialVersionUID = 1L;

  private final OutputTag<String> deadLetters;
  private transient @Nullable EventParser parser;
  private transient @Nullable Counter malformed;

  ParseFunction(OutputTag<String> deadLetters) {
    this.deadLetters = deadLetters;
  }

  @Override
  public void open(OpenContext context) {
    parser = new EventParser(() -> System.currentTimeMillis() + LineParser.AHEAD);
    malformed = getRuntimeContext().getMetricGroup().counter("countersign_malformed");
  }

  @Override
  public void processElement(byte[] line, Context context, Collector<Event> out) {
    if (line.length > LineParser.LONGEST_LINE) {
      refuse(
          "a line of %,d bytes, of at most %,d".formatted(line.length, LineParser.LONGEST_LINE),
          context);
      return;
    }
    Parsed parsed =
        Objects.requireNonNull(parser, "open() comes first").parse(line, 0, line.length, () -> "");
    if (parsed instanceof Parsed.Read read) {
      out.collect(read.event());
    } else if (parsed instanceof Parsed.Refused refused) {
      refuse(refused.reason() + ": " + refused.what(), context);
    }
  }

  private void refuse(String why, Context context) {
    Objects.requireNonNull(malformed, "open() comes first").inc();
    context.output(deadLetters, why);
  }
}
