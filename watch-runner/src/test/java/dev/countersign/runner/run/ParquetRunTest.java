package dev.countersign.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log in Parquet is one like any other. */
@Timeout(60)
class ParquetRunTest {
  private static final Path LOG =
      Path.of("src/test/resources/dev/countersign/runner/source/log.parquet");
  private static final int LENGTH = 10_000;

  @TempDir Path folder;

  private Bench bench(String name) throws IOException {
    Bench bench = new Bench(Files.createDirectories(folder.resolve(name)));
    Files.copy(LOG, bench.folder.resolve("log.parquet"));
    return bench;
  }

  private String ofTheSameLogAsLines() throws Exception {
    Bench bench = new Bench(Files.createDirectories(folder.resolve("lines")));
    bench.log("log.jsonl", 0, LENGTH);
    bench.run("log.jsonl");
    return Files.readString(bench.alerts());
  }

  @Test
  void alertsAreThoseOfTheSameLogAsLines() throws Exception {
    Bench bench = bench("whole");
    Ended ended = bench.run("log.parquet");
    assertThat(bench.reported).isEmpty();
    assertThat(ended.progress().events()).isEqualTo(LENGTH);
    assertThat(ended.progress().bytes()).isEqualTo(Files.size(LOG));
    assertThat(Files.readString(bench.alerts())).isNotEmpty().isEqualTo(ofTheSameLogAsLines());
  }

  @Test
  void aRunGoesOnBehindTheLastRow() throws Exception {
    Bench bench = bench("stopped").checkpoint();
    Ended ended;
    int stops = 0;
    long at = 0;
    do {
      ended = bench.run(at + 1, "log.parquet");
      at = ended.progress().events();
      stops++;
    } while (ended.stopped());
    assertThat(stops).isGreaterThan(2);
    assertThat(at).isEqualTo(LENGTH);
    assertThat(Files.readString(bench.alerts())).isEqualTo(ofTheSameLogAsLines());
    assertThat(bench.run("log.parquet").progress().events()).isEqualTo(LENGTH);
  }

  @Test
  void aFileThatIsCutIsToldAndTheNextOneIsRead() throws Exception {
    Bench bench = bench("cut");
    byte[] whole = Files.readAllBytes(LOG);
    Files.write(bench.folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
    Ended ended = bench.run("cut.parquet", "log.parquet");
    assertThat(ended.progress().events()).isEqualTo(LENGTH);
    assertThat(ended.unreadable()).isEqualTo(1);
    assertThat(bench.reported)
        .singleElement()
        .asString()
        .contains("cut.parquet cannot be read", "it is cut, or still being written");
  }

  @Test
  void aFileWithWrongBytesIsReadOrToldAndEndsNothing() throws Exception {
    Random random = new Random(20261128);
    byte[] whole = Files.readAllBytes(LOG);
    Bench bench = bench("wrong");
    int told = 0;
    for (int i = 0; i < 60; i++) {
      byte[] wrong = whole.clone();
      int from = i % 2 == 0 ? wrong.length - 2500 : 4;
      for (int j = 0; j < 5; j++) {
        wrong[random.nextInt(from, wrong.length - 8)] = (byte) random.nextInt();
      }
      Files.write(bench.folder.resolve("wrong.parquet"), wrong);
      Ended ended = bench.run("wrong.parquet");
      assertThat(ended.progress().events() + ended.progress().malformed())
          .isLessThanOrEqualTo(LENGTH);
      told += (int) ended.unreadable();
    }
    assertThat(told).isBetween(10, 60);
    assertThat(bench.reported).hasSize(told).allMatch(line -> line.contains("cannot be read"));
  }
}
