package dev.countersign.runner.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import dev.countersign.runner.run.Progress;
import dev.countersign.runner.screen.LiveScreen.Look;
import dev.countersign.watch.alert.Alert;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now = 100_000;

  /** Stands still until it is told otherwise. */
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return Instant.ofEpochMilli(now);
        }
      };

  @Test
  void aTerminalIsDrawnAnewInItsPlace() {
    LiveScreen screen = screen(new Look(true, false, 90));
    screen.batch(List.of(), List.of(), progress(1000));
    now += 250;
    screen.batch(List.of(), List.of(Alerts.extraction("83eeb38e")), progress(2000));

    assertThat(shown().replace("\u001b[2K", "").replace("\r", ""))
        .isEqualTo(
            """
            1,000 events (250/s), 12 clients, 1 high, newest event 10 s old
            detectors: drift, extraction
            \u001b[2A2,000 events (250/s), 12 clients, 1 high, newest event 10 s old
            detectors: drift, extraction 1
            HIGH  model-extraction@fraud-gbt  client 83eeb38e of fraud  Its rows lie where no client'
            """);
  }

  @Test
  void itIsDrawnFourTimesASecondAtMost() {
    LiveScreen screen = screen(new Look(true, false, 90));
    for (int i = 0; i < 1000; i++) {
      screen.batch(List.of(), List.of(), progress(i));
      now++;
    }

    assertThat(shown().lines().filter(line -> line.contains("events ("))).hasSize(4);
  }

  @Test
  void elsewhereItIsALineEveryTenSeconds() {
    LiveScreen screen = screen(new Look(false, false, 90));
    for (int i = 0; i < 25; i++) {
      screen.batch(List.of(), List.of(Alerts.extraction("a")), progress(i));
      now += 1000;
    }
    screen.close();

    assertThat(shown()).doesNotContain("\u001b").hasLineCount(4);
  }

  @Test
  void noNameRepaintsTheTerminal() {
    LiveScreen screen = screen(new Look(true, true, 200));
    screen.batch(List.of(), List.of(Alerts.hostile()), progress(1));

    assertThat(shown()).doesNotContain("\u001b[2J", "\u202e", "\u009b").contains("<U+001B>[2J");
  }

  @Test
  void aLineNeverWraps() {
    Alert wide = Alerts.extraction("顧客".repeat(60));
    LiveScreen screen = screen(new Look(true, false, 60));
    screen.batch(List.of(), List.of(wide), progress(1));

    String last = shown().lines().toList().getLast().replace("\u001b[2K", "").replace("\r", "");
    assertThat(last.codePoints().map(point -> point < 0x1100 ? 1 : 2).sum()).isLessThan(60);
  }

  private LiveScreen screen(Look look) {
    return new LiveScreen(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        look,
        List.of("extraction", "drift"),
        clock);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Progress progress(long events) {
    return new Progress(events, 0, 0, 0, 12, 0, 0, Map.of("high", 1L), now - 10_000, 250, "");
  }
}
