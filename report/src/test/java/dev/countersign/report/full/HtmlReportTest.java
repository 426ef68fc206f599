package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.assess.change.SystemChange;
import dev.countersign.assess.change.Version;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.report.Audience;
import dev.countersign.report.browser.Document;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"card-fraud", "support-assistant"})
  void readsAsExpected(String example) {
    String html = FullReports.html(Systems.checked(Systems.example(example)), Audience.ALL);
    Golden.assertMatches("full/" + example + ".html", FullReports.forGolden(html));
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void givesEachReaderWhatTheyNeed(Audience audience) {
    String html = FullReports.html(CardFraud.checked(), audience);
    Golden.assertMatches("full/audience-" + audience.word() + ".html", FullReports.forGolden(html));
    assertThat(Document.of(html).faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.countersign.testing.Systems#examples")
  void isSoundForEveryExample(Path file) {
    Checked checked = Systems.checked(file);
    for (Audience audience : Audience.values()) {
      assertThat(Document.of(FullReports.html(checked, audience)).faults())
          .as("%s for %s", file, audience)
          .isEmpty();
    }
  }

  @Test
  void saysThatNothingWasComparedWith() {
    assertThat(FullReports.html(CardFraud.checked(), Audience.ALL))
        .contains("No earlier version was given to compare with")
        .contains("countersign report --since REVISION");
  }

  @Test
  void listsWhatChanged() {
    Version before = version("before", "card-fraud");
    Version after = version("after", "demand-forecast");
    String html = FullReports.html(after.checked(), SystemChange.between(before, after));
    assertThat(Document.of(html).faults()).isEmpty();
    assertThat(html)
        .contains("Between before and after.")
        .contains("Threats that changed")
        .contains("Elements that changed")
        .contains("What else changed");
  }

  @Test
  void aThreatRankedAnewShowsItsScoresAndTheFactsNotTheRankAgain(@TempDir Path folder)
      throws IOException {
    Version before = version("before", Systems.checked(written(folder, "reversible: yes")));
    Version after = version("after", Systems.checked(written(folder, "reversible: no")));
    assertThat(FullReports.html(after.checked(), SystemChange.between(before, after)))
        .containsPattern("re-ranked: [a-z]+ [0-9]+ → [a-z]+ [0-9]+</td><td>[^<]*reversible")
        .doesNotContain("It counts now");
  }

  private static Path written(Path folder, String fact) throws IOException {
    return Files.writeString(
        folder.resolve("countersign.yaml"),
        """
        countersign: 1
        system: { id: small, purpose: Little. }
        models: { m: { task: classification, origin: trained-here } }
        components: { api: { runs: m, callers: [anyone], interface: [api] } }
        decisions: { grant: { by: m, automation: automatic, %s } }
        """
            .formatted(fact));
  }

  private static Version version(String name, String example) {
    return version(name, Systems.checked(Systems.example(example)));
  }

  private static Version version(String name, Checked checked) {
    return new Version(name, checked, system -> Derivation.of(system, Knowledge.bundled()));
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    Checked checked = Systems.checked(Systems.example("card-fraud"));
    assertThat(FullReports.html(checked, Audience.ALL))
        .isEqualTo(FullReports.html(checked, Audience.ALL));
  }

  @Test
  void loadsNothingAndRunsOnlyItsOwnScript() {
    String html = FullReports.html(CardFraud.checked(), Audience.ALL);
    assertThat(html)
        .contains("default-src 'none'")
        .contains("script-src '" + Assets.registerHash() + "'")
        .doesNotContain("<link")
        .doesNotContain(" src=")
        .doesNotContain("@import")
        .doesNotContain("url(");
    assertThat(html.split("<script>", -1)).hasSize(2);
  }
}
