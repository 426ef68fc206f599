package dev.countersign.runner.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.sink.format.JsonlFormat;
import dev.countersign.watch.alert.Alert;
import dev.countersign.watch.alert.AlertJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
  private static final Alert A = Alerts.extraction("a");
  private static final Alert B = Alerts.extraction("b");
  private static final Alert C = Alerts.extraction("c");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("alerts.jsonl");
  }

  @Test
  void alertsAreAddedToWhatIsThere() throws Exception {
    try (AlertSink sink = open()) {
      sink.take(List.of(A, B));
    }
    try (AlertSink sink = open()) {
      sink.take(List.of(C));
    }

    assertThat(written()).containsExactly(A, B, C);
  }

  @Test
  void whatCameAfterTheCheckpointIsTakenBack() throws Exception {
    String position;
    try (AlertSink killed = open()) {
      killed.take(List.of(A));
      position = killed.commit();
      killed.take(List.of(B, C));
    }
    try (AlertSink resumed = open()) {
      resumed.resume(position);
      resumed.take(List.of(B, C));
    }

    assertThat(written()).containsExactly(A, B, C);
  }

  @Test
  void aLineThatAKilledProcessLeftUnfinishedDoesNotSpoilTheNextOne() throws Exception {
    Files.writeString(file, "{\"v\":1,\"id\":\"77");
    try (AlertSink sink = open()) {
      sink.take(List.of(A));
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(AlertJson.read(Files.readAllLines(file).get(1))).isEqualTo(A);
  }

  @Test
  void aFileThatWasCutSinceTheCheckpointIsRefused() throws Exception {
    try (AlertSink sink = open()) {
      assertThatThrownBy(() -> sink.resume("1000"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("had 1,000 at the checkpoint")
          .hasMessageContaining("name another file");
      assertThatThrownBy(() -> sink.resume("-1")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> sink.resume("far")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void twoRunsDoNotWriteOneFile() throws Exception {
    try (AlertSink first = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("written by another run");
      first.take(List.of(A));
    }
    assertThat(written()).containsExactly(A);
  }

  @Test
  void aFullDiskIsReportedAndSurvived() throws Exception {
    int one = AlertJson.line(A).length() + 1;
    FullDisk disk =
        new FullDisk(
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            2L * one + 40);
    try (AlertSink sink = new FileSink(file, disk, new JsonlFormat())) {
      sink.take(List.of(A));
      assertThatThrownBy(() -> sink.take(List.of(B, C)))
          .hasMessageContaining("alerts.jsonl cannot take alerts (No space left on device)");
      assertThat(written()).containsExactly(A);

      disk.makeRoom(1000);
      sink.take(List.of(B, C));
      assertThat(sink.commit()).isEqualTo(Long.toString(3L * one));
    }
    assertThat(written()).containsExactly(A, B, C);
  }

  private AlertSink open() throws IOException {
    return FileSink.open(file, new JsonlFormat());
  }

  private List<Alert> written() throws Exception {
    List<Alert> alerts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      alerts.add(AlertJson.read(line));
    }
    return alerts;
  }
}
