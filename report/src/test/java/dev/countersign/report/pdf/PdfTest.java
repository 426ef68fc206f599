package dev.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
  private static final PdfInfo INFO =
      new PdfInfo("A title", "An author", "A subject", LocalDate.of(2026, 11, 22));
  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm }
      body { font-family: "IBM Plex Sans"; font-size: 10pt }
      code { font-family: "IBM Plex Mono" }
      """;

  @Test
  void theTextCanBeFoundInTheDocument() throws IOException {
    assertThat(text("<p>Threats &amp; <code>answers@model</code></p>"))
        .contains("Threats & answers@model");
  }

  @Test
  void theSameHtmlGivesTheSameBytes() {
    byte[] once = Pdf.of(html("<p>One <b>two</b> <code>three</code></p>"), INFO);
    assertThat(Pdf.of(html("<p>One <b>two</b> <code>three</code></p>"), INFO)).isEqualTo(once);
  }

  @Test
  void itSaysWhatItIsAndWhenItWasTrue() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdf.of(html("<p>Text</p>"), INFO))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A title");
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("An author");
      assertThat(document.getDocumentInformation().getSubject()).isEqualTo("A subject");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .hasToString("2026-11-22T00:00:00Z");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    String body = "<p>Plain <i>italic</i> <b>bold</b> <code>mono</code></p>";
    try (PDDocument document = Loader.loadPDF(Pdf.of(html(body), INFO))) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
      assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false)).hasSize(4);
    }
  }

  @Test
  void whatNoFontHasIsWrittenByItsNumber() throws IOException {
    assertThat(text("<p>中 and &#x1F600; and Łódź</p>")).contains("<U+4E2D> and <U+1F600> and Łódź");
  }

  @Test
  void pagesAreCountedWithoutDrawingThem() {
    assertThat(Pdf.pages(html("<p>One</p>"))).isEqualTo(1);
    assertThat(Pdf.pages(html("<p>One</p>".repeat(200)))).isGreaterThan(3);
  }

  @Test
  void filesOfTheMachineAreNotLoaded(@TempDir Path folder) throws IOException {
    Path style = folder.resolve("style.css");
    Files.writeString(style, "p { display: none }");
    String link = "<link rel=\"stylesheet\" href=\"" + style.toUri() + "\"/>";
    String body = "<p>Shown</p><img src=\"" + style.toUri() + "\" alt=\"picture\"/>";
    String html = html(body).replace("</head>", link + "</head>");
    assertThat(textOf(Pdf.of(html, INFO))).contains("Shown");
  }

  @Test
  void documentTypesAreRefused() {
    assertThatThrownBy(() -> Pdf.pages("<!DOCTYPE html [<!ENTITY a \"b\">]><html>&a;</html>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textInPicturesIsText() throws IOException {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"40\"><text x=\"90\" y=\"20\""
            + " font-family=\"IBM Plex Sans\" font-size=\"12\" font-weight=\"600\""
            + " text-anchor=\"middle\">Labelled 中</text></svg>";
    assertThat(text("<p>Before</p>" + svg)).contains("Labelled <U+4E2D>");
  }

  @Test
  void picturesAreDrawnInTheirFonts() {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"40\"><text x=\"5\" y=\"20\""
            + " font-family=\"IBM Plex Sans\" font-size=\"12\">Labelled</text></svg>";
    String mono = svg.replace("Plex Sans", "Plex Mono");
    assertThat(Pdf.of(html(svg), INFO)).isNotEqualTo(Pdf.of(html(mono), INFO));
    assertThat(Pdf.of(html(svg), INFO)).isEqualTo(Pdf.of(html(svg), INFO));
  }

  private static String text(String body) throws IOException {
    return textOf(Pdf.of(html(body), INFO));
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String html(String body) {
    return "<!doctype html><html lang=\"en\"><head><title>A title</title><style>%s</style></head><body>%s</body></html>"
        .formatted(STYLE, body);
  }
}
