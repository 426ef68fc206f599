package dev.countersign.assess;

import dev.countersign.assess.evidence.Verifiers;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.derive.Derivation;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Question;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A card-fraud system on disk whose threats and answers a test chooses. Without any choice nothing
 * is wrong with it. Today is 2026-11-22.
 */
final class Sample {
  private static final String SYSTEM =
      """
      id: card-fraud
      purpose: Declines card payments that look fraudulent.
      ml-lead: ml-lead@bank.example
      security-lead: security-lead@bank.example
      next-checkpoint: 2027-02-01
      """;

  private static final String ELEMENTS =
      """
      actors: { cardholder: customer }
      datasets: { transactions: { origin: production-logs, writers: [cardholder] } }
      models:
        fraud-gbt: { task: classification, origin: trained-here, trained-on: [transactions] }
      components:
        scoring-api: { runs: fraud-gbt, callers: [cardholder] }
        newsletter: { callers: [cardholder] }
      tools:
        refund: { effect: spend }
        ledger: { effect: read }
      """;

  private final Path folder;
  private final Map<String, String> sections = new TreeMap<>();
  private final List<Threat> threats = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private String elements = ELEMENTS;
  private Policy policy = Policy.DEFAULT;
  private LocalDate asOf = LocalDate.parse("2026-11-22");

  Sample(Path folder) {
    this.folder = folder;
    sections.put("system", SYSTEM);
  }

  /** A threat that derives; further elements share it as members. */
  Sample threat(String id, Severity severity, String... members) {
    Placed placed = Placed.parse(id).orElseThrow();
    SystemModel bare = read();
    threats.add(
        new Threat(
            KnownThings.CATALOGUE.family(placed.name()).orElseThrow(),
            bare.element(placed.element()).orElseThrow(),
            List.of(members),
            List.of(),
            List.of("cardholder can reach " + placed.element() + "."),
            List.of("cardholder", "scoring-api", placed.element()),
            List.of(),
            List.of(),
            new Rank(threats.size() + 1, severity, 50, 0.5, 1, List.of()),
            List.of()));
    return this;
  }

  /** An open question about a fact of an element. */
  Sample question(String key, String element, String... decides) {
    questions.add(
        new Question(
            new FactRef(element, key),
            "What is " + key + " of " + element + "?",
            List.of("yes", "no"),
            read().element(element).orElseThrow().place(),
            List.of(decides)));
    return this;
  }

  Sample system(String yaml) {
    sections.put("system", yaml);
    return this;
  }

  /** Other elements in place of the usual ones. */
  Sample elements(String yaml) {
    elements = yaml;
    return this;
  }

  /** Another file of the repository that the model includes. */
  Sample include(String name, String yaml) {
    sections.put("include", "- " + name);
    return file(name, yaml);
  }

  Sample controls(String yaml) {
    sections.put("controls", yaml);
    return this;
  }

  Sample resolutions(String yaml) {
    sections.put("resolutions", yaml);
    return this;
  }

  Sample assumptions(String yaml) {
    sections.put("assumptions", yaml);
    return this;
  }

  Sample policy(String yaml) {
    PolicyReader.Result result =
        PolicyReader.parse("countersign-policy.yaml", "countersign-policy: 1\n" + yaml);
    if (!result.problems().isEmpty()) {
      throw new IllegalArgumentException(result.problems().toString());
    }
    return policy(result.policy().orElseThrow());
  }

  Sample policy(Policy other) {
    policy = other;
    return this;
  }

  Sample asOf(String day) {
    return asOf(LocalDate.parse(day));
  }

  Sample asOf(LocalDate day) {
    asOf = day;
    return this;
  }

  /** Writes a file of the repository. */
  Sample file(String name, String content) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A control proven by a reviewed document that holds until the end of June 2027. */
  Sample proven(String control) {
    return proven(control, "2027-06-30");
  }

  Sample proven(String control, String expires) {
    file("evidence/review.md", "Reviewed.\n");
    return controls(
        sections.getOrDefault("controls", "")
            + document(control, "evidence/review.md", sha256("Reviewed.\n"), expires));
  }

  /** A control with a document as evidence. */
  static String document(String control, String file, String sha256, String expires) {
    return """
    %s:
      document: { file: %s, sha256: %s, reviewer: lead@bank.example, expires: %s }
    """
        .formatted(control, file, sha256, expires);
  }

  Assessment assess() {
    return new Assessor(KnownThings.CATALOGUE, policy, Verifiers.registered(), TrustContext.NONE)
        .assess(read(), new Derivation(threats, questions), asOf, folder);
  }

  /** The one threat's answer. */
  Answer answer() {
    return assess().threats().getFirst().answer();
  }

  /** The findings, each as {@code severity rule subject (line)} with message and next step. */
  List<String> findings() {
    return assess().findings().stream().map(this::text).toList();
  }

  /** The ids of the findings with their severity. */
  List<String> findingIds() {
    return assess().findings().stream()
        .map(finding -> finding.severity().word() + " " + finding.id())
        .toList();
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private String text(Finding finding) {
    String text =
        "%s %s: %s → %s"
            .formatted(finding.severity().word(), finding.id(), finding.message(), finding.next());
    return text.replace(folder + "/", "");
  }

  private SystemModel read() {
    StringBuilder yaml = new StringBuilder("countersign: 1\n").append(elements);
    sections.forEach((name, text) -> yaml.append(name).append(":\n").append(text.indent(2)));
    file("countersign.yaml", yaml.toString());
    ModelReader.Result result = ModelReader.read(folder.resolve("countersign.yaml"));
    return Optional.of(result)
        .flatMap(ModelReader.Result::model)
        .orElseThrow(() -> new IllegalArgumentException(result.problems().toString()));
  }
}
