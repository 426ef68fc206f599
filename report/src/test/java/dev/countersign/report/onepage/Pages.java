package dev.countersign.report.onepage;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Threat;
import dev.countersign.model.Element;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.CardFraud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Pages of systems made for a test, and what stands on them. */
final class Pages {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>());

  private Pages() {}

  static Report report(Checked checked) {
    return Report.of(checked, TOOL);
  }

  static String markdown(Checked checked) {
    return OnePageMarkdown.of(Fit.page(report(checked)));
  }

  static String html(Checked checked) {
    return OnePageHtml.forScreen(Fit.page(report(checked)));
  }

  static byte[] pdf(Checked checked) {
    return new OnePageReport()
        .render(report(checked)).stream()
            .filter(file -> file.suffix().equals("one-page.pdf"))
            .findFirst()
            .map(Rendered::content)
            .orElseThrow();
  }

  static String text(Rendered file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  static int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a PDF on one line. */
  static String textOf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The card-fraud system with other signatures. */
  static Checked signed(SignOff.State ml, SignOff.State security) {
    Checked checked = CardFraud.checked();
    return with(
        checked,
        checked.assessment().threats(),
        new SignOffs(
            List.of(
                of(Role.ML_LEAD, Optional.of("ml-lead@bank.example"), ml),
                of(Role.SECURITY_LEAD, Optional.empty(), security)),
            List.of(),
            List.of(),
            List.of()));
  }

  private static SignOff of(Role role, Optional<String> named, SignOff.State state) {
    return new SignOff(role, named, false, state, List.of());
  }

  /** A system with that many open threats at elements whose ids are as long as they may be. */
  static Checked crowded(int threats, String purpose) {
    Checked checked = CardFraud.withPurpose(purpose);
    List<AssessedThreat> crowd = new ArrayList<>();
    List<AssessedThreat> given = checked.assessment().threats();
    for (int i = 0; i < threats; i++) {
      AssessedThreat one = given.get(i % given.size());
      crowd.add(new AssessedThreat(elsewhere(one.threat(), i), open()));
    }
    given.forEach(crowd::add);
    return with(checked, crowd, checked.assessment().signOffs());
  }

  private static Threat elsewhere(Threat threat, int number) {
    String id = "x".repeat(56) + "%04d".formatted(number);
    return new Threat(
        threat.family(),
        new Element(
            threat.element().kind(), id, threat.element().place(), threat.element().facts()),
        List.of(),
        threat.techniques(),
        threat.because(),
        List.of("y".repeat(56) + "%04d".formatted(number), id),
        threat.facts(),
        threat.decisions(),
        threat.rank(),
        threat.precedents());
  }

  private static Answer open() {
    return new Answer(Answer.State.OPEN, Optional.empty(), Optional.empty(), List.of());
  }

  private static Checked with(Checked checked, List<AssessedThreat> threats, SignOffs signOffs) {
    Assessment is = checked.assessment();
    return new Checked(
        new Assessment(
            is.system(),
            is.digest(),
            is.asOf(),
            threats,
            is.questions(),
            is.controls(),
            is.findings(),
            is.verdict(),
            is.losses(),
            signOffs),
        checked.catalogue(),
        checked.policy(),
        checked.rules());
  }
}
