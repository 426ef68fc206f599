package dev.countersign.assess.change;

import dev.countersign.assess.Assessor;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
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
import java.util.HexFormat;
import java.util.List;

/** A small system on disk, and versions of it with some of its lines written otherwise. */
final class Desk {
  static final String SYSTEM =
      """
      countersign: 1
      system:
        id: desk
        purpose: Sorts letters to a bank.
        ml-lead: ml@desk.example
        security-lead: security@desk.example
      actors:
        clerk: staff
        customer: { trust: customer, gains: a complaint is lost }
      datasets:
        letters: { origin: production-logs, writers: [customer], labels: { from: complaints, writers: [customer] } }
      models:
        sorter: { task: classification, origin: trained-here, base: none, trained-on: [letters], exposes: [label] }
      components:
        api: { runs: sorter, callers: [clerk], rate-limit: 24/day }
      decisions:
        shelve: { by: sorter, automation: human-approves, volume: 100/day, reversible: yes }
      controls:
        label-quality-control@letters:
          document: { file: review.md, sha256: DIGEST, reviewer: lead@desk.example, expires: 2027-06-30 }
      resolutions:
        label-poisoning@letters: { control: label-quality-control@letters }
        data-poisoning@letters:
          accepted: { by: Board, until: 2027-06-30, reason: Letters are read., record: B-1 }
      """
          .replace("DIGEST", sha256("Reviewed.\n"));

  private static final Knowledge KNOWLEDGE = Knowledge.bundled();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Path folder;
  private Policy policy = Policy.DEFAULT;
  private LocalDate day = TODAY;

  Desk(Path folder) {
    this.folder = folder;
    review("Reviewed.\n");
  }

  /** From now on the reviewed document reads so. */
  Desk review(String text) {
    write("review.md", text);
    return this;
  }

  /** From now on versions are judged by this policy. */
  Desk policy(String yaml) {
    policy =
        PolicyReader.parse("countersign-policy.yaml", "countersign-policy: 1\n" + yaml)
            .policy()
            .orElseThrow();
    return this;
  }

  /** From now on versions are judged as of this day. */
  Desk on(LocalDate other) {
    day = other;
    return this;
  }

  /** The system as it is. */
  Version version() {
    return of(SYSTEM);
  }

  /** The system with one text in place of another; it has to be there. */
  Version with(String text, String other) {
    if (!SYSTEM.contains(text)) {
      throw new IllegalArgumentException("the system has no " + text);
    }
    return of(SYSTEM.replace(text, other));
  }

  /** A system of its own. */
  Version of(String yaml) {
    Path file = write("countersign.yaml", yaml);
    ModelReader.Result result = ModelReader.read(file);
    return of(
        result
            .model()
            .orElseThrow(() -> new IllegalArgumentException(result.problems().toString())));
  }

  /** A system made by hand. */
  Version of(SystemModel system) {
    var assessment =
        new Assessor(KNOWLEDGE, policy)
            .assess(system, Derivation.of(system, KNOWLEDGE), day, folder);
    return new Version(
        "some version",
        new Checked(assessment, Catalogue.of(KNOWLEDGE), policy, KNOWLEDGE.digest()),
        other -> Derivation.of(other, KNOWLEDGE));
  }

  /** What became of threats and why, one line each. */
  static List<String> told(SystemChange change) {
    return change.threats().stream().map(Desk::told).toList();
  }

  private static String told(ThreatChange change) {
    return change.sort().word()
        + " "
        + change.id()
        + " "
        + change.causes().stream()
            .filter(cause -> cause.sort() != Cause.Sort.RANK)
            .map(cause -> cause.grounds().word() + ": " + cause.text())
            .toList();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new AssertionError(absent);
    }
  }
}
