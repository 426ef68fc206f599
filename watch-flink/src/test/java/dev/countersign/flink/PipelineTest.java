package dev.countersign.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.watch.alert.AlertJson;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.engine.Monitor;
import dev.countersign.watch.engine.MonitorOptions;
import dev.countersign.watch.event.Event;
import dev.countersign.watch.log.EventParser;
import dev.countersign.watch.log.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job raises the alerts that one process raises on the same log, each exactly once. */
class PipelineTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  private static final Watched WATCHED =
      new Watched(
          () -> List.of(ModelBaseline.unknown("card-fraud", "fraud")),
          () -> List.of(new Counting("counting")));

  @TempDir private Path folder;
  private Path log = Path.of("");
  private List<String> expected = List.of();

  @BeforeEach
  void watchedByOneProcess() throws IOException {
    log = folder.resolve("log.jsonl");
    List<String> lines = lines(6000);
    Files.write(log, lines);
    expected = embedded(lines);
    assertThat(expected)
        .hasSizeGreaterThan(20)
        .anyMatch(alert -> alert.contains("resource-exhaustion"));
  }

  private static List<String> lines(int count) {
    Random random = new Random(20261127);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant time = Instant.ofEpochMilli(1_764_000_000_000L + i * 500L + random.nextInt(20_000));
      lines.add(
          i % 97 == 0
              ? "{\"v\":1,\"time\":\"when\"}"
              : """
              {"v":1,"time":"%s","id":"e%d","system":"card-fraud","upstream":"u","model":"%s","client":"c%d","protocol":"oip-v2","operation":"infer","status":200,"outcome":"served","ms":1.5}\
              """
                  .formatted(time, i, i % 3 == 0 ? "other" : "fraud", random.nextInt(40)));
    }
    return lines;
  }

  private static List<String> embedded(List<String> lines) {
    EventParser parser = new EventParser(() -> Long.MAX_VALUE);
    List<Event> events = new ArrayList<>();
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      if (parser.parse(bytes, 0, bytes.length, () -> "") instanceof Parsed.Read read) {
        events.add(read.event());
      }
    }
    try (Monitor monitor =
        new Monitor(
            WATCHED.baselines().get(),
            WATCHED.detectors().get(),
            new MonitorOptions(2, 10_000, 30_000))) {
      var alerts = new ArrayList<>(monitor.take(events));
      alerts.addAll(monitor.ended());
      return alerts.stream().map(AlertJson::line).sorted().toList();
    }
  }

  @ParameterizedTest(name = "state in {0}, {1} workers, {2} failures")
  @CsvSource({"hashmap, 1, 0", "hashmap, 4, 2", "rocksdb, 2, 3"})
  void theJobRaisesTheAlertsOfOneProcessExactlyOnceWhateverFails(
      String backend, int workers, int failures) throws Exception {
    Path alerts = folder.resolve("alerts");
    Failing.arm(failures);
    run(backend, workers, alerts);
    assertThat(Failing.happened()).isEqualTo(failures);
    assertThat(written(alerts)).isEqualTo(expected);
  }

  private void run(String backend, int workers, Path alerts) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, java.time.Duration.ofMillis(10));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(workers);
    environment.enableCheckpointing(50);
    DataStream<byte[]> lines =
        environment
            .fromSource(
                FileSource.forRecordStreamFormat(
                        new Lines(), new org.apache.flink.core.fs.Path(log.toUri()))
                    .build(),
                WatermarkStrategy.noWatermarks(),
                "log",
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
            .uid("log")
            .map(new Failing())
            .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    Pipeline.of(WATCHED)
        .from(lines)
        .alerts()
        .sinkTo(
            FileSink.forRowFormat(
                    new org.apache.flink.core.fs.Path(alerts.toUri()),
                    new SimpleStringEncoder<String>())
                .build());
    environment.execute();
  }

  private static List<String> written(Path alerts) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(alerts)) {
      for (Path file : files.filter(PipelineTest::isCommitted).toList()) {
        all.addAll(Files.readAllLines(file));
      }
    }
    return all.stream().sorted().toList();
  }

  private static boolean isCommitted(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }
}
