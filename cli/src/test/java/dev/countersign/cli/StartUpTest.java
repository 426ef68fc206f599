package dev.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start costs is what it loads. */
class StartUpTest {
  @Test
  void helpLoadsNeitherJsonNorExpressionsNorYaml() throws IOException, InterruptedException {
    assertThat(loaded("--help")).isNotEmpty().noneMatch(StartUpTest::heavy);
    assertThat(loaded("check", "--help")).isNotEmpty().noneMatch(StartUpTest::heavy);
  }

  @Test
  void oneCommandDoesNotLoadTheOthers() throws IOException, InterruptedException {
    assertThat(loaded("check", "--help"))
        .anyMatch(name -> name.endsWith(".CheckCommand"))
        .noneMatch(name -> name.endsWith(".ExplainCommand"));
  }

  @Test
  void whoWatchesAFileLoadsNeitherKafkaNorParquet(@TempDir Path folder) throws Exception {
    Path log = Files.writeString(folder.resolve("log.jsonl"), "{}\n");
    assertThat(loaded("watch", "--alerts", "jsonl:" + folder.resolve("alerts"), log.toString()))
        .anyMatch(name -> name.endsWith(".FilesSource"))
        .noneMatch(name -> name.startsWith("org.apache.kafka."))
        .noneMatch(name -> name.startsWith("dev.hardwood."));
  }

  private static boolean heavy(String type) {
    return Stream.of("tools.jackson.", "dev.cel.", "com.google.", "org.snakeyaml.")
        .anyMatch(type::startsWith);
  }

  /** The classes that a process of its own loads, by name. */
  private static List<String> loaded(String... args) throws IOException, InterruptedException {
    List<String> start =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    Process process =
        new ProcessBuilder(Stream.concat(start.stream(), Stream.of(args)).toList())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return log.lines()
        .filter(line -> line.contains("[class,load]"))
        .map(line -> line.replaceFirst(".*\\] (\\S+) source:.*", "$1"))
        .toList();
  }
}
