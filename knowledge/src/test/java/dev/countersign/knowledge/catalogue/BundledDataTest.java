package dev.countersign.knowledge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.control.ControlCatalogueReader;
import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the committed data promise. */
class BundledDataTest {
  private static final Path DATA = Path.of("src/main/catalogues");
  private static final long LARGEST = 2_500_000;

  private final Catalogues catalogues = Catalogues.bundled();

  @ParameterizedTest
  @CsvSource({
    "atlas, tactic, 16",
    "atlas, technique, 170",
    "atlas, mitigation, 35",
    "atlas, case-study, 57",
    "atlas-2026.09, technique, 208",
    "cosai, risk, 36",
    "cosai, control, 35",
    "cosai, component, 23",
    "cosai, persona, 10",
    "nist-ai-600-1, risk, 12",
    "nist-ai-600-1, action, 212",
    "nist-ai-rmf, outcome, 72",
    "nist-aml, objective, 5",
    "nist-aml, attack, 25",
    "eu-ai-act, attack, 5",
    "owasp-llm-2025, risk, 10",
    "owasp-llm-2026, risk, 10",
    "owasp-ml-2023, risk, 10",
    "owasp-asi-2026, risk, 10",
    "stride, attack, 6",
  })
  void hasWhatThePublisherHas(String id, String kind, int count) {
    Catalogue catalogue = catalogues.load(id).orElseThrow();
    assertThat(catalogue.entries().stream().filter(entry -> entry.kind().word().equals(kind)))
        .hasSize(count);
  }

  @Test
  void theIndexSaysWhatTheFilesHold() {
    for (CatalogueHeader header : catalogues.headers()) {
      Catalogue catalogue = catalogues.load(header.id()).orElseThrow();
      assertThat(catalogue.header()).isEqualTo(header);
      for (EntryKind kind : EntryKind.values()) {
        assertThat(catalogue.entries(kind))
            .as("%s: %s", header.id(), kind)
            .hasSize(header.counts().getOrDefault(kind, 0));
      }
    }
  }

  @Test
  void noIdIsInTwoCatalogues() {
    Map<String, String> owners = new HashMap<>();
    forEachEntry((header, entry) -> {
      assertThat(owners.putIfAbsent(entry.id(), header.id())).as(entry.id()).isNull();
      assertThat(header.claims(entry.id())).as(entry.id()).isTrue();
    });
    assertThat(owners).hasSizeGreaterThan(1_000);
  }

  @Test
  void everyLinkLeadsSomewhereOrSaysThatItLeadsOut() {
    forEachEntry((header, entry) ->
        entry
            .links()
            .forEach(link ->
                assertThat(catalogues.find(link.to()).isEmpty())
                    .as("%s -> %s is external", entry.id(), link.to())
                    .isEqualTo(link.external())));
  }

  @Test
  void onlyTwoKindsOfLinkLeadOut() {
    forEachEntry((header, entry) ->
        entry.links().stream()
            .filter(CatalogueLink::external)
            .forEach(link -> assertThat(link.to()).matches("ATT&CK:.*|AML\\.TA.*@2026\\.09")));
  }

  @Test
  void whatThisProjectClaimsIsMarkedAsItsOwn() {
    forEachEntry((header, entry) ->
        entry
            .links()
            .forEach(link ->
                assertThat(link.authority().equals("Countersign"))
                    .as(entry.id())
                    .isEqualTo(link.status() == LinkStatus.OURS)));
  }

  @Test
  void shipsNoTextUnderALicenceThatForbidsIt() {
    forEachEntry((header, entry) -> {
      if (header.licence().startsWith("CC-BY-SA")) {
        assertThat(entry.text()).as(entry.id()).isEmpty();
      }
    });
  }

  @Test
  void everyCatalogueSaysWhoseItIs() throws IOException {
    String notice = Files.readString(DATA.resolve("NOTICE"));
    for (CatalogueHeader header : catalogues.headers()) {
      assertThat(
              Stream.of(header.licence(), header.source(), header.attribution(), header.change()))
          .as(header.id())
          .noneMatch(String::isBlank);
      String family = header.id().startsWith("owasp-") ? "owasp-*" : header.id();
      assertThat(notice).contains(family.startsWith("nist-") ? "nist-*" : family);
    }
    for (String licence : List.of("LICENSE-atlas.txt", "LICENSE-cosai.md", "NOTICE")) {
      String shipped = "/dev/countersign/knowledge/catalogues/" + licence;
      assertThat(Catalogues.class.getResource(shipped)).as(licence).isNotNull();
    }
  }

  @Test
  void theMisplacedTechniqueOfTwoMitigationsIsALink() {
    for (String id : List.of("AML.M0018", "AML.M0034")) {
      CatalogueEntry mitigation = catalogues.find(id).orElseThrow().entry();
      assertThat(mitigation.links(LinkKind.MITIGATES))
          .extracting(CatalogueLink::to)
          .contains("AML.T0052.001");
    }
  }

  @Test
  void stepsOfACaseStudyKeepTheirOrder() {
    assertThat(catalogues.find("AML.CS0000").orElseThrow().entry().links(LinkKind.EMPLOYS))
        .extracting(CatalogueLink::to)
        .startsWith("AML.T0000.001", "AML.T0002.000", "AML.T0005")
        .endsWith("AML.T0015");
  }

  @Test
  void everyReferenceOfEveryControlIsInACatalogue() {
    Problems problems = new Problems();
    List<Control> controls = ControlCatalogueReader.read(Path.of("src/main/controls"), problems);
    assertThat(problems.sorted()).isEmpty();
    for (Control control : controls) {
      for (String reference : control.references()) {
        Optional<Citation> found = catalogues.find(reference);
        assertThat(found).as("%s cites %s", control.id(), reference).isPresent();
      }
    }
  }

  @Test
  void staysSmall() throws IOException {
    long size = 0;
    for (CatalogueHeader header : catalogues.headers()) {
      size += Files.size(DATA.resolve(header.id() + ".json"));
    }
    assertThat(size).isLessThan(LARGEST);
  }

  private void forEachEntry(Visitor visitor) {
    for (CatalogueHeader header : catalogues.headers()) {
      catalogues
          .load(header.id())
          .orElseThrow()
          .entries()
          .forEach(entry -> visitor.visit(header, entry));
    }
  }

  private interface Visitor {
    void visit(CatalogueHeader header, CatalogueEntry entry);
  }
}
