package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.obligation.Obligations;
import dev.countersign.report.Audience;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says about what nobody has stated, and where there is little to say. */
class KnownAndUnknownTest {
  private static final String HEAD = "countersign: 1\nsystem: { id: small, purpose: Little. }\n";

  /** Anyone calls a model; two decisions in two currencies hang on it. */
  private static final String CALLED =
      HEAD
          + "models: { m: { task: classification, origin: trained-here } }\n"
          + "components: { api: { runs: m, callers: [anyone], interface: [api] } }\n"
          + "decisions:\n"
          + "  loan-de: { by: m, volume: 1200000/day, if-wrong: { financial: 5000 EUR } }\n"
          + "  loan-us: { by: m, volume: 90/day, if-wrong: { financial: 1000..20000 USD } }\n";

  @TempDir Path folder;

  private final Checked web =
      Systems.checked(Path.of("../benchmarks/incidents/system-06/countersign.yaml"));

  @Test
  void anOpenQuestionKeepsAnObligationFromNotBeingApplicable() {
    assertThat(Obligations.of(web))
        .filteredOn(it -> it.state() == Obligation.State.NOT_KNOWN)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.questions()).isNotEmpty());
    assertThat(Obligations.of(web))
        .filteredOn(it -> it.state() == Obligation.State.NOT_APPLICABLE)
        .allSatisfy(it -> assertThat(it.questions()).isEmpty());
  }

  @Test
  void aFrameworkOfPracticesIsNeverNotApplicable() {
    assertThat(Obligations.of(web))
        .filteredOn(it -> it.framework() != Obligation.Framework.EU_AI_ACT)
        .extracting(Obligation::state)
        .doesNotContain(Obligation.State.NOT_APPLICABLE);
  }

  @Test
  void policyReadersSeeTheQuestionsOnWhichObligationsHang() {
    assertThat(FullReports.html(web, Audience.POLICY))
        .contains("Hangs on ", "id=\"questions\"")
        .doesNotContain("Nothing in this system falls under it");
  }

  @Test
  void whatIsAnsweredOtherwiseNamesWhatAnswersIt() {
    Checked cards = Systems.checked(Systems.example("card-fraud"));
    assertThat(FrameworkView.all(new Page(FullReports.report(cards, Audience.POLICY), false)))
        .flatMap(FrameworkView::obligations)
        .filteredOn(it -> it.obligation().state() == Obligation.State.OTHERWISE)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.instead()).isNotEmpty())
        .anySatisfy(it -> assertThat(it.answeredBy()).isNotEmpty());
  }

  @Test
  void whoBuildsNothingIsToldWhatConcernsThem() {
    Checked support = Systems.checked(Systems.example("support-assistant"));
    assertThat(FullReports.html(support, Audience.PROCUREMENT))
        .contains("What to ask for", "demands to make; brings")
        .doesNotContain("<pre", "sha256sum", "class=\"catalogues\"");
    assertThat(FullReports.html(support, Audience.POLICY))
        .contains("What is not met", ">EU AI Act, Article 15(5)</a>: ", "class=\"catalogues\"")
        .doesNotContain("<pre", "sha256sum", "MITRE ATLAS, table of techniques");
    assertThat(FullReports.html(support, Audience.SECURITY)).contains("What to do next", "<pre");
  }

  @Test
  void whoSetsUpControlsIsToldWhatToSetUpAndWhatProvesIt() {
    assertThat(FullReports.html(web, Audience.PLATFORM)).doesNotContain("configuration to apply");
    Checked cards = Systems.checked(Systems.example("card-fraud"));
    assertThat(FullReports.html(cards, Audience.PLATFORM))
        .contains("To set up</span> ", "Counts once</span> a file in the repository describes it");
  }

  @Test
  void aDiagramFitsTheColumnAndCanBeSeenWhole() {
    assertThat(FullReports.html(web, Audience.ALL))
        .contains("id=\"whole\"", "style=\"--wide: ", ".diagram svg { display: block; width: 100%")
        .contains("white-space: pre-wrap; overflow-wrap: anywhere");
  }

  @Test
  void noThreatIsNotSaidToBeAnswered() throws IOException {
    assertThat(summary(HEAD)).isEqualTo("No threat derives from what is stated.");
  }

  @Test
  void countsAgreeWithTheirVerbs() {
    assertThat(Summary.threats(1, 1)).isEqualTo("1 threat derives and needs work");
    assertThat(Summary.threats(1, 0)).isEqualTo("1 threat derives and has an answer that holds");
    assertThat(Summary.threats(3, 1)).isEqualTo("3 threats derive; 1 of them needs work");
    assertThat(Summary.threats(3, 2)).isEqualTo("3 threats derive; 2 of them need work");
    assertThat(Summary.threats(3, 0))
        .isEqualTo("3 threats derive; every one has an answer that holds");
  }

  private String summary(String yaml) throws IOException {
    return new Page(FullReports.report(read(yaml), Audience.ALL), false).summary().counts();
  }

  @Test
  void theSumNamesTheThreatsThatItIsAbout() {
    String html = FullReports.html(Systems.checked(Systems.example("card-fraud")), Audience.ALL);
    assertThat(html)
        .containsPattern("[0-9]+ of the [0-9]+ threats can be priced: in nine years of ten")
        .doesNotContain("They may cost");
  }

  @Test
  void aThreatPricedInOneOfTwoCurrenciesSaysSo() throws IOException {
    assertThat(FullReports.html(read(CALLED), Audience.ALL))
        .contains("evasion@m is priced through loan-de only: loan-us is in USD.");
  }

  @Test
  void digitsAreGroupedForPeople() throws IOException {
    assertThat(FullReports.html(read(CALLED), Audience.ALL))
        .contains("<dd>1\u00a0200\u00a0000/day</dd>")
        .contains("1\u00a0000 to 20\u00a0000 USD");
  }

  @Test
  void nobodyIsToldToStateWhatIsStated() throws IOException {
    String secret =
        HEAD
            + "datasets: { d: { origin: production-logs, sensitivity: personal } }\n"
            + "models: { m: { task: classification, trained-on: [d], exposes: [probabilities] } }\n"
            + "components: { api: { runs: m, callers: [anyone], interface: [api] } }\n";
    Checked unpriced = read(secret);
    assertThat(unpriced.assessment().losses().unpriced()).isNotEmpty();
    assertThat(FullReports.html(unpriced, Audience.ALL))
        .contains("No threat can be priced")
        .doesNotContain("To get amounts, state");
  }

  @Test
  void whatIsAcceptedWithoutAnAmountIsNotCalledNone() throws IOException {
    String accepted =
        CALLED.replace("origin: trained-here", "origin: trained-here, proprietary: yes")
            + "resolutions:\n"
            + "  model-extraction@m: { accepted: { by: Board, until: 2027-06-30, reason: Little to"
            + " gain., record: B-1 } }\n";
    assertThat(FullReports.html(read(accepted), Audience.ALL))
        .contains("<dd>not priced (1 accepted threat has no amount)</dd>");
  }

  private Checked read(String yaml) throws IOException {
    return Systems.checked(Files.writeString(folder.resolve("countersign.yaml"), yaml));
  }
}
