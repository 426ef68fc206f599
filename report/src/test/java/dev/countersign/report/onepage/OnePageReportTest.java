package dev.countersign.report.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.StaleCause;
import dev.countersign.report.Rendered;
import dev.countersign.testing.CardFraud;
import dev.countersign.testing.Golden;
import dev.countersign.testing.Systems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnePageReportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  static List<Path> all() {
    return Systems.all();
  }

  static List<Path> examples() {
    return Systems.examples();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySystemHasExactlyOnePage(Path file) {
    Checked checked = Systems.checked(file);
    byte[] pdf = Pages.pdf(checked);
    assertThat(Pages.pages(pdf)).isEqualTo(1);
    assertThat(Pages.textOf(pdf))
        .contains(checked.id(), "Data collection", "Post-deployment", "Next checkpoint");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesReadAsTheyAreMeantTo(Path file) {
    Checked checked = Systems.checked(file);
    Golden.assertMatches("onepage/" + checked.id() + ".md", Pages.markdown(checked));
  }

  @Test
  void htmlIsAsItIsMeantToBe() {
    Golden.assertMatches("onepage/card-fraud.html", Pages.html(CardFraud.checked()));
    Checked bench = Systems.checked(Systems.example("quality-inspection"));
    Golden.assertMatches("onepage/quality-inspection.html", Pages.html(bench));
  }

  @Test
  void threeFilesHoldTheSamePage() {
    List<Rendered> files = new OnePageReport().render(Pages.report(CardFraud.checked()));
    assertThat(files)
        .extracting(Rendered::suffix)
        .containsExactly("one-page.pdf", "one-page.html", "one-page.md");
    assertThat(Pages.text(files.get(1))).contains("nothing answers it yet");
    assertThat(Pages.text(files.get(2))).contains("nothing answers it yet");
    assertThat(Pages.textOf(files.getFirst().content())).contains("nothing answers it yet");
  }

  @Test
  void theSameSystemGivesTheSameBytes() {
    List<Rendered> once = new OnePageReport().render(Pages.report(CardFraud.checked()));
    List<Rendered> again = new OnePageReport().render(Pages.report(CardFraud.checked()));
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).content()).isEqualTo(once.get(i).content());
    }
  }

  @Test
  void threeHundredThreatsWithLongNamesStillFit() {
    Checked crowded = Pages.crowded(300, "It does this and that. ".repeat(87));
    byte[] pdf = Pages.pdf(crowded);
    assertThat(Pages.pages(pdf)).isEqualTo(1);
    assertThat(Pages.textOf(pdf))
        .contains("Not on this page:", "without a valid answer", "countersign report --to html");
  }

  @Test
  void aFullPageIsFull() {
    Page page = Fit.page(Pages.report(Pages.crowded(300, "Short.")));
    Page.Section open =
        page.sections().stream()
            .filter(s -> s.heading().startsWith("Open"))
            .findFirst()
            .orElseThrow();
    assertThat(open.paragraphs()).hasSizeGreaterThan(5);
  }

  @Test
  void nobodyHasSigned() {
    String page = Pages.markdown(CardFraud.checked());
    assertThat(page).contains("**ML lead**, ml-lead@bank.example: Not signed.");
    assertThat(Pages.textOf(Pages.pdf(CardFraud.checked()))).contains("Signature", "Date");
  }

  @Test
  void bothHaveSigned() {
    Checked signed =
        Pages.signed(new SignOff.State.Signed("Ada", DAY), new SignOff.State.Signed("Grace", DAY));
    assertThat(Pages.textOf(Pages.pdf(signed)).replace('\u00A0', ' '))
        .contains("Signed by Ada on 3 November 2026; it holds for the system as it is.")
        .contains("Signed by Grace on 3 November 2026")
        .doesNotContain("Date");
  }

  @Test
  void aVoidSignatureSaysWhy() {
    Checked gone =
        Pages.signed(
            new SignOff.State.Void(
                "Ada",
                DAY,
                9,
                3,
                1,
                List.of(
                    new SignOff.Reason(
                        new StaleCause(
                            StaleCause.Sort.RETRAINED,
                            "fraud-gbt",
                            "fraud-gbt was retrained on 2026-11-10."),
                        List.of("evasion@fraud-gbt")))),
            new SignOff.State.Unsigned());
    assertThat(Pages.markdown(gone).replace('\u00A0', ' '))
        .contains(
            "Void: signed by Ada on 3 November 2026, but the system has changed since: three answers"
                + " void, one answer new, nine still stand. fraud-gbt was retrained on"
                + " 10 November 2026.")
        .contains("**Security lead**, nobody is named: Not signed.");
  }
}
