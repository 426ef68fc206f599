package dev.countersign.inspect.scan;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result of a scan as an in-toto predicate, {@value #TYPE}; {@code
 * docs/schema/artefact-scan-1.schema.json} describes it. Its subjects are the files that were
 * scanned, by SHA-256.
 *
 * @param on the day of the scan
 * @param scanner the program and its version, for example {@code countersign 0.1.0}
 * @param verdict the worst of all files
 * @param digests SHA-256 of the files, in lower-case hexadecimal digits
 */
public record ScanStatement(LocalDate on, String scanner, Verdict verdict, Set<String> digests) {
  /** The type of the predicate. */
  public static final String TYPE = "https://countersign.dev/artefact-scan/v1";

  public ScanStatement {
    digests = Set.copyOf(digests);
  }

  /**
   * The statement of a scan.
   *
   * @param files each with its digest, at least one
   * @param policies what they were judged by
   * @param scanner the program and its version
   * @throws IllegalArgumentException if there is no file, or one has no digest
   */
  public static Statement of(
      List<Inspected> files, Set<ArtefactPolicy> policies, String scanner, LocalDate on) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file was scanned");
    }
    ObjectNode predicate = JsonNodeFactory.instance.objectNode();
    predicate.put("scanner", scanner);
    predicate.put("scannedOn", on.toString());
    predicate.put("verdict", Scan.worst(files).toString());
    ArrayNode judged = predicate.putArray("policies");
    policies.forEach(policy -> write(policy, judged.addObject()));
    ArrayNode list = predicate.putArray("files");
    files.forEach(file -> write(file, list.addObject()));
    return new Statement(files.stream().map(ScanStatement::subject).toList(), TYPE, predicate);
  }

  /**
   * What a statement says.
   *
   * @return empty where it is no statement of a scan as this version writes them
   */
  public static Optional<ScanStatement> read(Statement statement) {
    Optional<Verdict> verdict = verdict(statement.predicate().path("verdict"));
    Optional<LocalDate> on = day(statement.predicate().path("scannedOn"));
    Set<String> digests = new HashSet<>();
    statement.subjects().forEach(subject -> subject.sha256().ifPresent(digests::add));
    String scanner = statement.predicate().path("scanner").asString("");
    return statement.predicateType().equals(TYPE) && verdict.isPresent() && on.isPresent()
        ? Optional.of(new ScanStatement(on.get(), scanner, verdict.get(), digests))
        : Optional.empty();
  }

  /** Whether a file with that SHA-256 was scanned. */
  public boolean covers(String sha256) {
    return digests.contains(sha256);
  }

  private static Subject subject(Inspected file) {
    return Subject.sha256(
        file.path(),
        file.sha256()
            .orElseThrow(() -> new IllegalArgumentException(file.path() + " was not hashed")));
  }

  private static void write(ArtefactPolicy policy, ObjectNode json) {
    policy.forbidden().forEach(json.putArray("forbidden")::add);
    policy.only().forEach(json.putArray("only")::add);
    policy.allowed().forEach(json.putArray("allowed")::add);
  }

  private static void write(Inspected file, ObjectNode json) {
    json.put("name", file.path());
    json.put("sha256", file.sha256().orElse(""));
    json.put("size", file.size());
    json.put("verdict", file.verdict().toString());
    file.formats().forEach(json.putArray("formats")::add);
    ArrayNode findings = json.putArray("findings");
    file.findings().stream()
        .filter(finding -> finding.rule().verdict() != Verdict.CLEAN)
        .forEach(finding -> write(finding, findings.addObject()));
  }

  private static void write(Finding finding, ObjectNode json) {
    json.put("rule", finding.rule().id());
    json.put("verdict", finding.rule().verdict().toString());
    json.put("member", finding.member());
    finding.offset().ifPresent(offset -> json.put("offset", offset));
    json.put("subject", finding.subject());
  }

  private static Optional<Verdict> verdict(JsonNode word) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.toString().equals(word.asString("")))
        .findFirst();
  }

  private static Optional<LocalDate> day(JsonNode text) {
    try {
      return Optional.of(LocalDate.parse(text.asString("")));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
