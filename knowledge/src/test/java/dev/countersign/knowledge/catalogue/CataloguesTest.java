package dev.countersign.knowledge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.knowledge.Precedent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguesTest {
  private final Catalogues catalogues = Catalogues.bundled();

  @ParameterizedTest
  @CsvSource({
    "AML.T0020, atlas, 5.6.0",
    "AML.M0013, atlas, 5.6.0",
    "AML.CS0005, atlas, 5.6.0",
    "AML.T0115.001@2026.09, atlas-2026.09, 2026.09",
    "LLM06:2026, owasp-llm-2026, 2026",
    "LLM06:2025, owasp-llm-2025, 2025",
    "ML05:2023, owasp-ml-2023, 2023 (draft)",
    "ASI06:2026, owasp-asi-2026, 2026",
    "NISTAML.031, nist-aml, E2025",
    "RMF:MANAGE-2.2, nist-ai-rmf, 1.0",
    "AI600-1:data-privacy, nist-ai-600-1, 2024-07",
    "AI600-1:MG-2.2-001, nist-ai-600-1, 2024-07",
    "SSDF:PW.3.1, nist-ssdf, 2024-07",
    "AIA:15(5)-data-poisoning, eu-ai-act, Regulation (EU) 2024/1689",
    "AIX:modelexfiltration, ai-exchange, 2026-08-22",
    "COSAI:riskPromptInjection, cosai, 2026-08-19",
    "STRIDE:elevation-of-privilege, stride, 1999",
  })
  void findsWhatARuleCitesAndSaysInWhichEdition(String reference, String id, String edition) {
    assertThat(catalogues.find(reference))
        .hasValueSatisfying(found -> {
          assertThat(found.entry().id()).isEqualTo(reference);
          assertThat(found.catalogue().id()).isEqualTo(id);
          assertThat(found.catalogue().edition()).isEqualTo(edition);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"LLM06", "LLM06:2024", "LLM11:2026", "AML.T9999", "ASI06", "", "AIX:"})
  void findsNothingForAnIdThatIsNotThereOrHasNoEdition(String reference) {
    assertThat(catalogues.find(reference)).isEmpty();
  }

  @Test
  void tellsEditionsThatReusedNumbersApart() {
    assertThat(title("LLM06:2025")).isEqualTo("Excessive Agency");
    assertThat(title("LLM06:2026")).isEqualTo("Unbounded Consumption");
  }

  @Test
  void givesTheCaseStudiesOfATechnique() {
    List<Precedent> precedents = catalogues.precedentsOf("AML.T0024.002");

    assertThat(precedents).extracting(Precedent::id).containsExactly("AML.CS0056");
    assertThat(precedents.getFirst().title())
        .isEqualTo("Model Distillation Campaigns Targeting Anthropic Claude");
    assertThat(precedents.getFirst().incident()).isTrue();
  }

  @Test
  void aTechniqueStandsForItsSubTechniquesButNotTheOtherWayRound() {
    List<Precedent> all = catalogues.precedentsOf("AML.T0051");
    List<Precedent> indirect = catalogues.precedentsOf("AML.T0051.001");

    assertThat(all).containsAll(indirect).hasSizeGreaterThan(indirect.size());
    assertThat(indirect).isNotEmpty();
  }

  @Test
  void tellsIncidentsFromExercises() {
    assertThat(catalogues.precedentsOf("AML.T0015"))
        .extracting(Precedent::incident)
        .contains(true, false);
  }

  @Test
  void loadsACatalogueOnce() {
    assertThat(catalogues.load("stride").orElseThrow())
        .isSameAs(catalogues.load("stride").orElseThrow());
    assertThat(catalogues.load("none-such")).isEmpty();
  }

  private String title(String reference) {
    return catalogues.find(reference).orElseThrow().entry().title();
  }
}
