package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Audience;
import dev.countersign.testing.CardFraud;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private final Checked checked = CardFraud.checked();

  @Test
  void hasABookmarkForEachSection() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(FullReports.pdf(checked, Audience.ALL))) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
      }
      assertThat(titles).containsExactlyElementsOf(titles());
    }
  }

  private static List<String> titles() {
    return Section.of(Audience.ALL).stream().map(Section::title).toList();
  }

  @Test
  void numbersItsPages() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(FullReports.pdf(checked, Audience.POLICY))) {
      int pages = pdf.getNumberOfPages();
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("1 / " + pages)
          .contains(pages + " / " + pages)
          .contains("Threat model of card-fraud, for policy");
    }
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    assertThat(FullReports.pdf(checked, Audience.PLATFORM))
        .isEqualTo(FullReports.pdf(checked, Audience.PLATFORM));
  }

  @Test
  void aDiagramGetsTheSmallestSheetOnWhichItCanBeRead() {
    assertThat(Sheet.of(600, 800).page()).isEmpty();
    assertThat(Sheet.of(1000, 500).page()).isEqualTo("wide");
    assertThat(Sheet.of(1159, 1326).page()).isEqualTo("a3");
    assertThat(Sheet.of(9000, 9000).page()).startsWith("a2");
  }
}
