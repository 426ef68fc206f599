package dev.countersign.runner.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.Alerts;
import dev.countersign.watch.alert.AlertJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSinksTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aMinusIsStandardOutput() throws Exception {
    try (AlertSink sink = new AlertSinks(out, false).open("jsonl:-")) {
      sink.take(List.of(Alerts.extraction("a")));
      sink.resume(sink.commit());
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(AlertJson.line(Alerts.extraction("a")) + "\n");
  }

  @Test
  void coloursAreForStandardOutputOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.txt");
    AlertSinks sinks = new AlertSinks(out, true);
    try (AlertSink shown = sinks.open("text:-");
        AlertSink kept = sinks.open("text:" + file)) {
      shown.take(List.of(Alerts.extraction("a")));
      kept.take(List.of(Alerts.extraction("a")));
    }

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\u001b[31mHIGH\u001b[0m  ");
    assertThat(Files.readString(file)).startsWith("HIGH  ");
  }

  @Test
  void whatIsNoSinkIsAnsweredWithWhatIs() {
    for (String wrong :
        new String[] {"", ":", "alerts.jsonl", "xml:a", "jsonl:", ":-", "JSONL:-"}) {
      assertThatThrownBy(() -> new AlertSinks(out, false).open(wrong))
          .as(wrong)
          .isInstanceOf(UnusableSink.class)
          .hasMessageContaining("Formats are text, jsonl")
          .hasMessageContaining("--alerts jsonl:alerts.jsonl");
    }
  }
}
