package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.provenance.DatasetStatement;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.lineage.StatementFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever moment a recording is ended at, what stands there is whole, and the next run completes.
 * {@code -Dcountersign.kills=100} tries it that often.
 */
class KilledTest {
  private static final int TIMES = Integer.getInteger("countersign.kills", 5);
  private static final int LONGEST_MILLISECONDS = 1_500;

  // Large enough that the manifest is a file of its own.
  private static final int FILES = 10_000;

  @TempDir private Path folder;

  @BeforeEach
  void manyFiles() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(folder.resolve("data/a-name-of-some-length-" + i), "x");
    }
    Files.createDirectory(folder.resolve(".git"));
  }

  @Test
  void whatIsKilledLeavesNothingHalfWritten() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < TIMES; i++) {
      Process process = recording();
      if (!process.waitFor(random.nextInt(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      assertThat(statements()).allSatisfy(KilledTest::isWhole);
    }
    assertThat(recording().waitFor()).isZero();
    assertThat(statements()).singleElement().satisfies(KilledTest::isWhole);
    assertThat(names()).anyMatch(name -> name.endsWith(".manifest.json"));
    assertThat(
            Run.of("provenance", "diff", statements().getFirst(), statements().getFirst()).code())
        .isZero();
  }

  @Test
  void whoeverInterruptsFindsNoDraft() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < TIMES / 2 + 1; i++) {
      Process process = recording();
      if (!process.waitFor(400 + random.nextInt(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS)) {
        process.destroy();
        process.waitFor();
      }
      assertThat(names()).noneMatch(name -> name.startsWith("."));
    }
  }

  private Process recording() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "provenance",
            "record",
            "data",
            "--name",
            "d");
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What the command reads as statements. */
  private List<String> statements() throws IOException {
    return names().stream()
        .filter(name -> name.endsWith(".dataset.json"))
        .map(name -> folder.resolve(".countersign").resolve(name).toString())
        .toList();
  }

  private List<String> names() throws IOException {
    Path statements = folder.resolve(".countersign");
    if (!Files.isDirectory(statements)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(statements)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  /** And so is the manifest that it names: {@code show} refuses anything else. */
  private static void isWhole(String file) throws IOException, MalformedMetadata {
    DatasetStatement statement = StatementFile.read(Path.of(file)).dataset();
    assertThat(statement.name()).isEqualTo("d");
    assertThat(Run.of("provenance", "show", file).code()).isZero();
  }
}
