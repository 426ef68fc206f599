package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Audience;
import dev.countersign.report.browser.Document;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system with more than a thousand threats, each for reasons of its own. */
class LargeReportTest {
  private static final int PRODUCTS = 130;
  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void staysUnderFiveMebibytesAndSound(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("countersign.yaml"), system());
    Checked checked = Systems.checked(file);
    String html = FullReports.html(checked, Audience.SECURITY);
    int threats = checked.assessment().threats().size();
    assertThat(threats).isGreaterThan(1000);
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(5 * MEBIBYTE);
    Document page = Document.of(html);
    assertThat(page.faults()).isEmpty();
    assertThat(page.all("details").filter(it -> it.getAttribute("class").equals("threat")).count())
        .isEqualTo(threats);
  }

  private static String system() {
    StringBuilder actors = new StringBuilder("actors:\n");
    StringBuilder datasets = new StringBuilder("datasets:\n");
    StringBuilder models = new StringBuilder("models:\n");
    StringBuilder components = new StringBuilder("components:\n");
    StringBuilder decisions = new StringBuilder("decisions:\n");
    for (int i = 0; i < PRODUCTS; i++) {
      actors.append("  user-%1$d: { trust: customer, gains: money }\n".formatted(i));
      datasets.append(
          "  items-%1$d: { origin: user-submitted, writers: [user-%1$d], sensitivity: personal }\n"
              .formatted(i));
      models.append(
          ("  model-%1$d: { task: classification, origin: open-weights, trained-on: [items-%1$d],"
                  + " exposes: [probabilities], proprietary: yes, format: pickle,"
                  + " updates: automatic, retrained: daily, release: automatic }\n")
              .formatted(i));
      components.append(
          "  api-%1$d: { runs: model-%1$d, callers: [user-%1$d], interface: [api] }\n"
              .formatted(i));
      decisions.append(
          "  decide-%1$d: { by: model-%1$d, automation: automatic, volume: %2$d/day }\n"
              .formatted(i, 100 + i));
    }
    return "countersign: 1\nsystem: { id: large, purpose: Decides much. }\n"
        + actors
        + datasets
        + models
        + components
        + decisions;
  }
}
