package dev.countersign.report.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.knowledge.catalogue.CatalogueEntry;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.report.Audience;
import dev.countersign.report.browser.Document;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every free text of a file that attacks the page it is shown on. */
class HostileTextTest {
  /** A script, an attribute that breaks out, a link that runs, a terminal escape, a reversal. */
  private static final String HOSTILE =
      "It is <script>alert(1)</script> \\\"><img src=x onerror=alert(2)> javascript:alert(3)"
          + " [x](javascript:alert(4)) ${7*7} &lt;b&gt; \\e[2J \\u202Eevil\\u2066 \\u200B"
          + " ]]> --> </style></title></textarea>";

  private static final String SYSTEM =
      """
      countersign: 1
      system:
        id: hostile
        purpose: "HOSTILE"
        ml-lead: "HOSTILE"
        security-lead: "HOSTILE"
        next-checkpoint: 2027-02-01
      actors:
        shopper: { trust: public, gains: "HOSTILE" }
      datasets:
        ratings: { origin: purchased, supplier: "HOSTILE", writers: [shopper],
          labels: { from: "HOSTILE", writers: [shopper] }, sensitivity: personal, files: "HOSTILE" }
      models:
        ranker: { task: ranking, origin: open-weights, supplier: "HOSTILE", trained-on: [ratings], exposes: [score],
          format: pickle, proprietary: yes, files: "HOSTILE" }
      components:
        shop: { runs: ranker, callers: [shopper], interface: [app] }
      tools:
        mailer: { effect: [send], origin: community, supplier: "HOSTILE" }
      decisions:
        show: { by: ranker, automation: automatic, volume: 1000/day, reversible: no,
          if-wrong: { financial: 1 EUR, per: decision } }
      controls:
        rate-limiting@shop:
          document: { file: "HOSTILE", sha256: "HOSTILE", reviewer: "HOSTILE", expires: 2027-01-01 }
      resolutions:
        data-poisoning@ratings: { control: rate-limiting@shop }
        evasion@ranker: { planned: { control: "input-gate@shop", owner: "HOSTILE", by: 2027-01-15, ticket: "HOSTILE" } }
        model-extraction@ranker: { accepted: { by: "HOSTILE", until: 2027-01-15, reason: "HOSTILE", record: "HOSTILE" } }
        output-oracle@ranker: { accepted: { by: "HOSTILE", until: 2026-01-15, reason: "HOSTILE", record: "HOSTILE" } }
        executable-artefact@ranker: { designed-out: { change: "HOSTILE", reference: "HOSTILE" } }
      assumptions:
        honest: { states: "HOSTILE", owner: "HOSTILE", until: 2027-01-15, about: [ranker] }
      """;

  private @TempDir Path folder = Path.of("");
  private Checked hostile = Systems.checked(Systems.example("card-fraud"));

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("countersign.yaml");
    Files.writeString(file, SYSTEM.replace("HOSTILE", HOSTILE));
    hostile = Systems.checked(file);
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void isOnlyTextOnThePage(Audience audience) {
    String html = FullReports.html(hostile, audience);
    Document page = Document.of(html);
    assertThat(page.faults()).isEmpty();
    assertThat(page.all("script").map(it -> it.getTextContent()))
        .allMatch(Assets.register()::equals);
    assertThat(page.all("img")).isEmpty();
    assertThat(page.attributes()).noneMatch(name -> name.startsWith("on"));
    assertThat(page.text())
        .contains("<script>alert(1)</script> \"><img src=x onerror=alert(2)>")
        .contains("${7*7} &lt;b&gt; <U+001B>[2J <U+202E>evil<U+2066> <U+200B>");
  }

  @Test
  void nothingInvisibleReachesThePage() {
    assertThat(FullReports.html(hostile, Audience.ALL).codePoints())
        .noneMatch(point -> point != '\n' && Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT);
  }

  @Test
  void linksLeadOnlyWhereCataloguesSay() {
    Set<String> known = addresses();
    assertThat(Document.of(FullReports.html(hostile, Audience.ALL)).links())
        .allMatch(link -> link.startsWith("#") || known.contains(link))
        .anyMatch(known::contains);
  }

  @Test
  void linksOfThePdfToo() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(FullReports.pdf(hostile, Audience.ALL))) {
      assertThat(addresses(pdf)).isNotEmpty().isSubsetOf(addresses());
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
          .contains("<script>alert(1)</script>\"><imgsrc=xonerror=alert(2)>")
          .contains("<U+001B>[2J<U+202E>evil<U+2066><U+200B>");
    }
  }

  private static Set<String> addresses(PDDocument pdf) throws IOException {
    Set<String> found = new TreeSet<>();
    for (PDPage page : pdf.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getAction() instanceof PDActionURI uri) {
          found.add(Objects.requireNonNull(uri.getURI()));
        }
      }
    }
    return found;
  }

  private static Set<String> addresses() {
    Catalogues catalogues = Catalogues.bundled();
    return catalogues.headers().stream()
        .flatMap(header -> catalogues.load(header.id()).stream())
        .flatMap(catalogue -> catalogue.entries().stream())
        .map(CatalogueEntry::url)
        .flatMap(url -> url.stream())
        .filter(url -> url.startsWith("https://"))
        .collect(Collectors.toSet());
  }
}
