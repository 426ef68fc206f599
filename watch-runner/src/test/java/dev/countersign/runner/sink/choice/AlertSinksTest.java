package dev.countersign.runner.sink.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.kafka.KafkaConfig;
import dev.countersign.runner.sink.AlertSink;
import dev.countersign.runner.sink.UnusableSink;
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
    try (AlertSink sink = sinks(false).open("jsonl:-")) {
      sink.take(List.of(Alerts.extraction("a")));
      sink.resume(sink.commit());
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(AlertJson.line(Alerts.extraction("a")) + "\n");
  }

  @Test
  void coloursAreForStandardOutputOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.txt");
    AlertSinks sinks = sinks(true);
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
      assertThatThrownBy(() -> sinks(false).open(wrong))
          .as(wrong)
          .isInstanceOf(UnusableSink.class)
          .hasMessageContaining("Formats are text, jsonl")
          .hasMessageContaining("--alerts jsonl:alerts.jsonl");
    }
  }

  @Test
  void addressesAreOpenedOnlyWhereAlertsAreSafeOnTheWay() {
    assertRefused("jsonl:http://soc.example/hook", "not encrypted");
    assertRefused("jsonl:ftp://soc.example", "is no address");
    assertRefused("jsonl:https://", "is no address");
    assertRefused("jsonl:udp://logs.example:514", "take the formats syslog and cef, not jsonl");
    assertRefused("cef:tcp://logs.example", "with host and port");
    assertRefused("jsonl:kafka://broker", "brokers and a topic were expected");
    assertRefused("jsonl:kafka://broker/a,b", "alerts go to one topic");
  }

  @Test
  void aSecretThatIsNoneIsRefusedAndNotShown() {
    AlertSinks sinks =
        new AlertSinks(out, false, KafkaConfig.none(), name -> "hunter2", note -> {});

    assertThatThrownBy(() -> sinks.open("jsonl:https://soc.example/hook"))
        .hasMessageContaining("COUNTERSIGN_WEBHOOK_SECRET is no secret")
        .hasMessageNotContaining("hunter2");
  }

  private void assertRefused(String asked, String why) {
    assertThatThrownBy(() -> sinks(false).open(asked))
        .as(asked)
        .isInstanceOf(UnusableSink.class)
        .hasMessageContaining(why);
  }

  private AlertSinks sinks(boolean colour) {
    return new AlertSinks(out, colour, KafkaConfig.none(), name -> "", note -> {});
  }
}
