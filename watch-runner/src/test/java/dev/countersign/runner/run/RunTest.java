package dev.countersign.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.checkpoint.UnusableCheckpoint;
import dev.countersign.runner.sink.AlertSink;
import dev.countersign.watch.alert.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run takes a log as it is, and loses nothing. */
class RunTest {
  private static final int LENGTH = 20_000;

  @TempDir Path folder;

  private Bench bench(String name) throws IOException {
    return new Bench(Files.createDirectories(folder.resolve(name)));
  }

  private String undisturbed() throws Exception {
    Bench bench = bench("undisturbed");
    bench.log("log.jsonl", 0, LENGTH);
    Ended ended = bench.run("log.jsonl");
    assertThat(ended.progress().events()).isEqualTo(LENGTH);
    assertThat(bench.reported).isEmpty();
    String alerts = Files.readString(bench.alerts());
    assertThat(alerts.lines()).hasSizeGreaterThan(20);
    return alerts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aRunThatIsStoppedAgainAndAgainGivesTheAlertsOfOneThatIsNot(long seed) throws Exception {
    Random random = new Random(seed);
    Bench bench = bench("stopped").checkpoint().threads(1 + random.nextInt(3));
    bench.log("log.jsonl", 0, LENGTH);
    long at = 0;
    int stops = 0;
    Ended ended;
    do {
      ended = bench.run(at + random.nextInt(1, 3000), "log.jsonl");
      at = ended.progress().events();
      stops++;
    } while (ended.stopped());
    assertThat(stops).isGreaterThan(5);
    assertThat(at).isEqualTo(LENGTH);
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void aRunThatFellOverBetweenTwoCheckpointsTakesBackWhatItHadToldSince() throws Exception {
    Bench bench = bench("fell").checkpoint();
    bench.log("log.jsonl", 0, LENGTH);
    bench.run(LENGTH / 2, "log.jsonl");
    Path newest = bench.folder.resolve("checkpoint/checkpoint");
    Files.delete(newest);
    Files.writeString(bench.alerts(), Files.readString(bench.alerts()) + "{\"half\":");
    bench.run("log.jsonl");
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void aCheckpointThatIsNotWholeIsPassedOverForTheOneBefore() throws Exception {
    Bench bench = bench("cut").checkpoint();
    bench.log("log.jsonl", 0, LENGTH);
    bench.run(LENGTH / 2, "log.jsonl");
    Path newest = bench.folder.resolve("checkpoint/checkpoint");
    byte[] half = Files.readAllBytes(newest);
    half[half.length / 2] ^= 1;
    Files.write(newest, half);
    bench.run("log.jsonl");
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void aCheckpointOfOtherDetectorsIsRefused() throws Exception {
    Bench bench = bench("other").checkpoint();
    bench.log("log.jsonl", 0, 100);
    bench.run("log.jsonl");
    bench.detectors(List.of());
    assertThatThrownBy(() -> bench.run("log.jsonl"))
        .isInstanceOf(UnusableCheckpoint.class)
        .hasMessage(
            "The checkpoint was made with other detectors: then tally, now none. Go on with those, or name another folder, to begin anew.");
  }

  @Test
  void aLogThatWasRotatedWhileNothingRanIsReadOn() throws Exception {
    Bench bench = bench("rotated").checkpoint();
    Path log = bench.log("log.jsonl", 0, 8000);
    bench.run("log.jsonl");
    Files.writeString(log, Files.readString(log) + lines(8000, 9000));
    Files.move(log, bench.folder.resolve("log.jsonl.2"));
    bench.log("log.jsonl.1", 9000, 15_000);
    bench.log("log.jsonl", 15_000, LENGTH);
    Ended ended = bench.run("log.jsonl");
    assertThat(ended.progress().events()).isEqualTo(LENGTH);
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  private static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append(Bench.line(i));
    }
    return lines.toString();
  }

  @Test
  void aFolderIsReadInTheOrderOfItsLogs() throws Exception {
    Bench bench = bench("folder");
    Path logs = Files.createDirectories(bench.folder.resolve("logs"));
    bench.log("logs/log.jsonl.10", 0, 5000);
    bench.log("logs/log.jsonl.2", 5000, 10_000);
    bench.log("logs/log.jsonl", 10_000, LENGTH);
    Files.writeString(logs.resolve("notes.txt"), "no log");
    bench.run("logs");
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void linesThatAreNoEventsAreCountedAndSampledAndStopNothing() throws Exception {
    Bench bench = bench("malformed");
    Random random = new Random(20261127);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    int wrong = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (random.nextInt(100) == 0) {
        byte[] bytes = new byte[random.nextInt(1, 300)];
        random.nextBytes(bytes);
        for (int j = 0; j < bytes.length; j++) {
          bytes[j] = bytes[j] == '\n' || bytes[j] == '\r' ? 0 : bytes[j];
        }
        log.write(bytes);
        log.write('\n');
        wrong++;
      }
      log.write(Bench.line(i).getBytes(StandardCharsets.UTF_8));
    }
    log.write("{\"v\":1,\"time\":5,\"id\":\"e\"}\n".getBytes(StandardCharsets.UTF_8));
    log.write(
        "{\"v\":1,\"time\":\"2999-01-01T00:00:00Z\",\"id\":\"e\"}\n"
            .getBytes(StandardCharsets.UTF_8));
    Files.write(bench.folder.resolve("log.jsonl"), log.toByteArray());
    Ended ended = bench.run("log.jsonl");
    assertThat(ended.malformed())
        .containsEntry("json", (long) wrong)
        .containsEntry("type", 1L)
        .containsEntry("clock", 1L);
    assertThat(Files.readAllLines(bench.dead())).hasSize(wrong + 2);
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void aLineOfAHundredMegabytesIsPassedOver() throws Exception {
    Bench bench = bench("long");
    Path log = bench.log("log.jsonl", 0, 10);
    byte[] part = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 100; i++) {
        out.write(part);
      }
      out.write(("\n" + lines(10, 20)).getBytes(StandardCharsets.UTF_8));
    }
    Ended ended = bench.run("log.jsonl");
    assertThat(ended.progress().events()).isEqualTo(20);
    assertThat(ended.malformed()).containsEntry("length", 1L);
    String dead = Files.readString(bench.dead());
    assertThat(dead)
        .contains("\"length\":" + (100L << 20))
        .contains(
            Base64.getEncoder().encodeToString("x".repeat(512).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLineThatComesTwiceCountsOnce() throws Exception {
    Bench bench = bench("twice");
    Files.writeString(
        bench.folder.resolve("log.jsonl"), lines(0, 1000) + lines(500, LENGTH) + lines(0, 10));
    Ended ended = bench.run("log.jsonl");
    assertThat(ended.progress().duplicates()).isEqualTo(510);
    assertThat(Files.readString(bench.alerts())).isEqualTo(undisturbed());
  }

  @Test
  void aClientThatSendsOneIdAgainAndAgainIsSeenAllTheSame() throws Exception {
    Bench bench = bench("ids");
    Files.writeString(
        bench.folder.resolve("log.jsonl"),
        lines(0, 1000).replaceAll("\"id\":\"e[0-9]+\"", "\"id\":\"e\""));
    assertThat(bench.run("log.jsonl").progress().events()).isEqualTo(1000);
  }

  @Test
  void anEmptyFileAndAMissingOneEndTheRunAndTheMissingOneIsTold() throws Exception {
    Bench bench = bench("empty");
    Files.writeString(bench.folder.resolve("log.jsonl"), "");
    Ended ended = bench.run("log.jsonl", "gone.jsonl", "gone");
    assertThat(ended.progress().events()).isZero();
    assertThat(ended.unreadable()).isEqualTo(2);
    assertThat(bench.reported).anyMatch(line -> line.contains("gone.jsonl cannot be read"));
  }

  @Test
  void aFileThatShrankIsReadOnWhenItGrowsAgain() throws Exception {
    Bench bench = bench("shrinks").checkpoint();
    Path log = bench.log("log.jsonl", 0, 100);
    bench.run("log.jsonl");
    bench.log("log.jsonl", 0, 50);
    assertThat(bench.run("log.jsonl").progress().events()).isEqualTo(100);
    Files.writeString(log, lines(100, 150));
    assertThat(bench.run("log.jsonl").progress().events()).isEqualTo(150);
  }

  /** A sink whose disk is full at first. */
  private static final class Full implements AlertSink {
    private final List<Alert> taken = new ArrayList<>();
    private int refusals = 3;

    @Override
    public void take(List<Alert> alerts) throws IOException {
      if (!alerts.isEmpty() && refusals-- > 0) {
        throw new IOException("No space left on device");
      }
      taken.addAll(alerts);
    }

    @Override
    public String commit() {
      return "";
    }

    @Override
    public void resume(String position) {
      throw new IllegalStateException("never committed");
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void aSinkWhoseDiskIsFullGetsEveryAlertLaterAndHoldsUpNoOther() throws Exception {
    Bench bench = bench("full");
    bench.log("log.jsonl", 0, LENGTH);
    Full full = new Full();
    Full other = new Full();
    other.refusals = 0;
    Ended ended =
        bench
            .sink(new NamedSink("full", full))
            .sink(new NamedSink("other", other))
            .run("log.jsonl");
    assertThat(ended.undelivered()).isZero();
    assertThat(full.taken).isEqualTo(other.taken).hasSizeGreaterThan(20);
    assertThat(bench.reported)
        .containsExactly(
            "full does not take alerts (No space left on device). They are kept and given again.",
            "full takes alerts again; none was lost.");
  }

  @Test
  void aWatcherThatFailsIsLeftOut() throws Exception {
    Bench bench = bench("watcher");
    bench.log("log.jsonl", 0, LENGTH);
    bench.watcher((events, alerts, progress) -> {
      throw new IllegalStateException("broken");
    });
    assertThat(bench.run("log.jsonl").progress().events()).isEqualTo(LENGTH);
    assertThat(bench.reported).hasSize(1).first().asString().contains("broken");
  }
}
