package dev.countersign.benchmarks.speed;

import dev.countersign.watch.log.EventParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What reading a line of the inference log costs, beside a streaming parser that does nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LogParsing {
  private static final int LINES = 1000;
  private static final JsonFactory JACKSON =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  /** How many features a row has. */
  @Param({"16", "118"})
  public int width;

  private final EventParser parser = new EventParser(() -> Long.MAX_VALUE);
  private byte[][] lines = {};

  /** Makes lines. */
  @Setup
  public void make() throws IOException {
    Path file = Files.createTempFile("lines", ".jsonl");
    SpeedLog.write(file, LINES, width, 100);
    List<String> read = Files.readAllLines(file);
    lines = read.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    Files.delete(file);
  }

  /** Events are made. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public void events(Blackhole hole) {
    for (byte[] line : lines) {
      hole.consume(parser.parse(line, 0, line.length, () -> ""));
    }
  }

  /** Jackson's tokens are passed over, numbers read as float and names and texts as String. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public void jackson(Blackhole hole) {
    for (byte[] line : lines) {
      try (JsonParser json = JACKSON.createParser(ObjectReadContext.empty(), line)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          consume(json, token, hole);
        }
      }
    }
  }

  private static void consume(JsonParser json, JsonToken token, Blackhole hole) {
    switch (token) {
      case VALUE_NUMBER_FLOAT -> hole.consume(json.getFloatValue());
      case PROPERTY_NAME -> hole.consume(json.currentName());
      case VALUE_STRING -> hole.consume(json.getString());
      default -> hole.consume(token);
    }
  }
}
