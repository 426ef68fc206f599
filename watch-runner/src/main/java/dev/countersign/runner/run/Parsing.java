package dev.countersign.runner.run;

import dev.countersign.runner.source.Block;
import dev.countersign.runner.source.OtlpLines;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.LineParser;
import dev.countersign.watch.log.Parsed;
import dev.countersign.watch.log.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parses blocks of lines. One thread at a time may use it. */
final class Parsing {
  private static final Parsed.Refused EMPTY =
      new Parsed.Refused(Reason.EMPTY, 0, Reason.EMPTY.says());

  private final LineParser parser;

  Parsing(LineParser parser) {
    this.parser = parser;
  }

  Batch parse(Block block) {
    Gathered gathered = new Gathered(block);
    for (int i = 0; i < block.count(); i++) {
      gathered.line(i);
    }
    block.tooLong().forEach(gathered::tooLong);
    return gathered.batch();
  }

  private final class Gathered {
    private final Block block;
    private final List<Event> events;
    private final List<Rejected> rejected = new ArrayList<>();
    private long[] prints;

    Gathered(Block block) {
      this.block = block;
      this.events = new ArrayList<>(block.count());
      this.prints = new long[block.count()];
    }

    void line(int line) {
      byte[] bytes = block.bytes();
      int from = block.from(line);
      int to = block.to(line);
      if (from == to) {
        reject(EMPTY, bytes, from, to, line);
        return;
      }
      if (!OtlpLines.isOne(bytes, from, to)) {
        one(bytes, from, to, line, "");
        return;
      }
      int record = 0;
      for (byte[] one : OtlpLines.records(bytes, from, to)) {
        one(one, 0, one.length, line, "#" + record++);
      }
    }

    private void one(byte[] bytes, int from, int to, int line, String record) {
      boolean[] unnamed = new boolean[1];
      Parsed parsed =
          parser.parse(
              bytes,
              from,
              to,
              () -> {
                unnamed[0] = true;
                return block.name(line) + ":" + block.offset(line) + record;
              });
      switch (parsed) {
        case Parsed.Read read -> add(read.event(), unnamed[0]);
        case Parsed.Refused refused when refused.reason() == Reason.OTHER -> {
          // Of another kind, and rightly there: neither an event nor malformed.
        }
        case Parsed.Refused refused -> reject(refused, bytes, from, to, line);
      }
    }

    private void reject(Parsed.Refused refused, byte[] bytes, int from, int to, int line) {
      rejected.add(
          new Rejected(
              block.name(line),
              block.offset(line),
              to - from,
              refused.reason().word(),
              refused.at(),
              refused.what(),
              Arrays.copyOfRange(bytes, from, Math.min(to, from + Rejected.HEAD))));
    }

    private void add(Event event, boolean unnamed) {
      if (events.size() == prints.length) {
        prints = Arrays.copyOf(prints, Math.max(16, prints.length * 2));
      }
      prints[events.size()] = unnamed ? 0 : Duplicates.print(event);
      events.add(event);
    }

    void tooLong(Block.TooLong line) {
      rejected.add(
          new Rejected(
              line.file(),
              line.offset(),
              line.length(),
              Reason.LENGTH.word(),
              0,
              Reason.LENGTH.says(),
              line.head()));
    }

    Batch batch() {
      return new Batch(events, prints, rejected, block.read(), block.name(), block.marks());
    }
  }
}
