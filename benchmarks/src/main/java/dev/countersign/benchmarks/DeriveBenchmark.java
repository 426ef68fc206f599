package dev.countersign.benchmarks;

import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and deriving as functions, by size of the system: costs grow linearly with elements. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DeriveBenchmark {
  /** How many elements the generated system has. */
  @Param({"100", "1000", "10000"})
  public int elements;

  private Path file = Path.of("");
  private Knowledge knowledge = Knowledge.bundled();
  private SystemModel system = systemOf(20);

  /** Writes and reads the system. */
  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("countersign-", ".yaml");
    file.toFile().deleteOnExit();
    Files.writeString(file, GeneratedSystem.yaml(elements, 1));
    knowledge = Knowledge.bundled();
    system = ModelReader.read(file).model().orElseThrow();
  }

  private static SystemModel systemOf(int elements) {
    try {
      Path small = Files.createTempFile("countersign-", ".yaml");
      Files.writeString(small, GeneratedSystem.yaml(elements, 1));
      small.toFile().deleteOnExit();
      return ModelReader.read(small).model().orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From bytes to a system. */
  @Benchmark
  public ModelReader.Result read() {
    return ModelReader.read(file);
  }

  /** From a system to threats and questions. */
  @Benchmark
  public Derivation derive() {
    return Derivation.of(system, knowledge);
  }
}
