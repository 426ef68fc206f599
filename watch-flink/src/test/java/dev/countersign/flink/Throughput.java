package dev.countersign.flink;

import dev.countersign.watch.detector.Detectors;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.ParameterTool;

/**
 * Not a test: how many events one worker of the job takes in a second, beside one thread of {@code
 * Monitor} on the same log in the same process. {@code benchmarks/run watch-flink LOG} runs it.
 */
final class Throughput {
  private static final int BATCH = 4096;

  private Throughput() {}

  /** With the log, and then what {@link Baselines} reads. */
  public static void main(String[] arguments) throws Exception {
    Path log = Path.of(arguments[0]);
    ParameterTool parameters =
        ParameterTool.fromArgs(
            List.of(arguments).subList(1, arguments.length).toArray(new String[0]));
    Watched watched = new Watched(Baselines.of(parameters), Detectors::all);
    PrintStream out = System.out;
    for (int round = 1; round <= 2; round++) {
      String name = round == 1 ? "(warming) " : "";
      long begun = System.nanoTime();
      long events = monitor(log, watched);
      print(out, name + "one thread of Monitor", events, begun);
      for (String backend : List.of("hashmap", "rocksdb")) {
        begun = System.nanoTime();
        job(log, watched, backend);
        print(out, name + "one worker of Flink, " + backend, events, begun);
      }
    }
  }

  private static void print(PrintStream out, String what, long events, long begun) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-45s %,d events in %.1f s: %,.0f a second%n",
        what,
        events,
        seconds,
        events / seconds);
  }

  private static long monitor(Path log, Watched watched) throws IOException {
    EventParser parser = new EventParser(() -> Long.MAX_VALUE);
    List<Event> batch = new ArrayList<>(BATCH);
    try (Monitor monitor =
            new Monitor(
                watched.baselines().get(),
                watched.detectors().get(),
                new MonitorOptions(1, 10_000_000, 30_000));
        InputStream in = Files.newInputStream(log)) {
      Lines.Reader lines = new Lines.Reader(in);
      for (byte[] line = lines.read(); line != null; line = lines.read()) {
        if (parser.parse(line, 0, line.length, () -> "") instanceof Parsed.Read read) {
          batch.add(read.event());
        }
        if (batch.size() == BATCH) {
          monitor.take(batch);
          batch.clear();
        }
      }
      monitor.take(batch);
      monitor.ended();
      return monitor.events();
    }
  }

  private static void job(Path log, Watched watched, String backend) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DataStream<byte[]> lines =
        environment.fromSource(
            FileSource.forRecordStreamFormat(
                    new Lines(), new org.apache.flink.core.fs.Path(log.toUri()))
                .build(),
            WatermarkStrategy.noWatermarks(),
            "log",
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    Pipeline.of(watched).from(lines).alerts().sinkTo(new DiscardingSink<>());
    environment.execute();
  }
}
