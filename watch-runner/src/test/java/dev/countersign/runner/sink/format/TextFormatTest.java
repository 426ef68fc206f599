package dev.countersign.runner.sink.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.runner.Alerts;
import org.junit.jupiter.api.Test;

class TextFormatTest {
  @Test
  void anAlertIsAFewLines() {
    assertThat(new TextFormat(false).write(Alerts.extraction("83eeb38e")))
        .isEqualTo(
            """
            HIGH  model-extraction@fraud-gbt  2026-11-27 16:55:03 UTC
              client 83eeb38e of fraud, seen by extraction.
              Seen: Its rows lie where no client's rows lie. About one in 40,000 client-days of benign traffic looks like this.
              By:   requests a1, a2.
              Do:   Throttle the client and ask its owner what it is doing.
              Incident 1f0c6e5b9a7d4e23 since 2026-11-27 16:41:40 UTC, told again (2).
            """);
  }

  @Test
  void noNameRepaintsTheTerminalOrBeginsALine() {
    String text = new TextFormat(false).write(Alerts.hostile());

    assertThat(text.lines()).hasSize(6);
    assertThat(text).contains("<U+001B>[2J<U+202E>").doesNotContain("\u001b", "\u202e", "\u2028");
  }

  @Test
  void colourIsBySeverity() {
    assertThat(new TextFormat(true).write(Alerts.hostile())).startsWith("\u001b[36mLOW\u001b[0m");
  }
}
