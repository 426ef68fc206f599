package dev.countersign.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertWordsTest {
  @Test
  void anAlertIsToldInSentences() {
    Alert alert = Alerts.extraction("83eeb38e");

    assertThat(AlertWords.seen(alert)).isEqualTo("Its rows lie where no client's rows lie.");
    assertThat(AlertWords.unusual(alert))
        .isEqualTo("About one in 40,000 client-days of benign traffic looks like this.");
    assertThat(AlertWords.about(alert)).isEqualTo("client 83eeb38e of fraud");
    assertThat(AlertWords.events(alert)).isEqualTo("a1, a2");
    assertThat(AlertWords.advice(alert))
        .isEqualTo("Throttle the client and ask its owner what it is doing.");
  }

  @Test
  void rarityIsRoundedToWhatATailCanSay() {
    assertThat(AlertWords.rarity(0.013)).isEqualTo("about one in 77 client-days");
    assertThat(AlertWords.rarity(1)).isEqualTo("about one in 1 client-days");
    assertThat(AlertWords.rarity(6.7e-7)).isEqualTo("about one in 1,500,000 client-days");
    assertThat(AlertWords.rarity(1e-12)).isEqualTo("fewer than one in 1,000,000,000 client-days");
    assertThat(AlertWords.rarity(0)).isEqualTo("fewer than one in 1,000,000,000 client-days");
  }

  @Test
  void whatNobodyCalibratedHasNoRarity() {
    Alert alert = Alerts.extraction("a");
    Alert uncalibrated =
        new Alert(
            alert.id(),
            1,
            Severity.LOW,
            alert.time(),
            alert.since(),
            "campaign",
            "",
            "",
            alert.threat(),
            "instruction 7f",
            List.of("a", "b"),
            List.of(alert.measures().get(1)),
            List.of(),
            "");

    assertThat(AlertWords.unusual(uncalibrated)).contains("was not calibrated");
    assertThat(AlertWords.about(uncalibrated))
        .isEqualTo("instruction 7f of (unnamed) (2 clients named)");
  }

  @Test
  void namesAreHarmlessAndShort() {
    Alert alert = Alerts.extraction("\u001b]0;owned\u0007" + "x".repeat(500));

    assertThat(AlertWords.about(alert))
        .startsWith("client <U+001B>]0;owned<U+0007>xxx")
        .endsWith("x… of fraud")
        .hasSizeLessThan(120);
  }

  @Test
  void aNameIsNotCutInsideACharacter() {
    assertThat(Harmless.line("ab😀", 3)).isEqualTo("ab…");
    assertThat(Harmless.line("ab😀", 4)).isEqualTo("ab😀");
    assertThat(Harmless.line("\ud83d")).isEqualTo("<U+D83D>");
  }
}
