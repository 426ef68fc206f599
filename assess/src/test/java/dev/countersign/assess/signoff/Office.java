package dev.countersign.assess.signoff;

import dev.countersign.assess.Assessor;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyReader;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.attest.Statements;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Derivation;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.model.ModelReader;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A small system on disk that people sign off, change, and look at again. Today is 2026-11-20 until
 * a test says otherwise.
 */
final class Office {
  static final String SYSTEM =
      """
      countersign: 1
      # who sorts what
      system:
        id: desk
        purpose: Sorts letters to a bank and answers the simple ones.
        ml-lead: ml@desk.example
        security-lead: security@desk.example
        next-checkpoint: 2027-02-01
      actors:
        clerk: staff
        customer: { trust: customer, gains: a complaint is lost }
      datasets:
        letters: { origin: production-logs, writers: [customer], labels: { from: complaints, writers: [customer] }, files: letters.csv }
      models:
        sorter: { task: classification, origin: trained-here, base: none, trained-on: [letters], exposes: [label], files: sorter.onnx }
        writer: { task: generation, origin: hosted, exposes: [text] }
      prompts:
        manner: { writers: none }
      components:
        api: { runs: sorter, callers: [clerk], rate-limit: 24/day }
        answerer: { runs: writer, callers: [customer], uses: [lookup], prompts: [manner] }
      tools:
        lookup: { effect: read }
      decisions:
        shelve: { by: sorter, automation: human-approves, volume: 100/day, reversible: yes, if-wrong: { financial: 40 EUR, per: decision } }
      controls:
        label-quality-control@letters:
          document: { file: review.md, sha256: 8ccc1f6a3d3e0c0d0d0d, reviewer: lead@desk.example, expires: 2027-06-30 }
      resolutions:
        label-poisoning@letters: { control: label-quality-control@letters }
        data-poisoning@letters:
          accepted: { by: Board, until: 2027-06-30, reason: Letters are read., record: B-1 }
        model-extraction@sorter:
          planned: { control: rate-limiting@api, owner: platform, by: 2027-01-15, ticket: T-1 }
      assumptions:
        few-letters: { states: Nobody sends more than ten letters a day., owner: post@desk.example, until: 2027-03-01, about: [letters] }
      """;

  private static final Knowledge KNOWLEDGE = Knowledge.bundled();

  private final Path folder;
  private final Map<Role, Identity> people = new TreeMap<>();
  private final List<SignedStatement> signed = new ArrayList<>();
  private String yaml;
  private Catalogue catalogue = Catalogue.of(KNOWLEDGE);
  private Policy policy = Policy.DEFAULT;
  private TrustContext trust = TrustContext.NONE;
  private LocalDate today = LocalDate.of(2026, 11, 20);

  Office(Path folder) {
    this.folder = folder;
    file("review.md", "Reviewed.\n");
    file("letters.csv", "letter,label\n1,complaint\n");
    file("sorter.onnx", "weights");
    yaml = SYSTEM.replace("8ccc1f6a3d3e0c0d0d0d", Digests.sha256(folder.resolve("review.md")));
    for (Role role : Role.values()) {
      String name = role.word() + " person";
      people.put(
          role, new Identity.ByKey(role.word(), name, NewKeys.generate(KeyKind.P256).getPublic()));
    }
  }

  /** Writes a file beside the system. */
  Office file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** From now on the system has one text in place of another; it has to be there. */
  Office edit(String text, String other) {
    if (!yaml.contains(text)) {
      throw new IllegalArgumentException("the system has no " + text);
    }
    yaml = yaml.replace(text, other);
    return this;
  }

  /** What stands from one text up to another. */
  String part(String from, String to) {
    return yaml.substring(yaml.indexOf(from), yaml.indexOf(to));
  }

  /** From now on another document is the one that was reviewed. */
  Office replaceReview(String text) {
    String before = Digests.sha256(folder.resolve("review.md"));
    file("review.md", text);
    return edit(before, Digests.sha256(folder.resolve("review.md")));
  }

  /** From now on it is that day. */
  Office on(String day) {
    today = LocalDate.parse(day);
    return this;
  }

  /** From now on that policy governs. */
  Office policy(String text) {
    policy =
        PolicyReader.parse("countersign-policy.yaml", "countersign-policy: 1\n" + text)
            .policy()
            .orElseThrow();
    return this;
  }

  /** From now on these rules are known. */
  Office catalogue(Catalogue other) {
    catalogue = other;
    return this;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Checked checked() {
    file("countersign.yaml", yaml);
    ModelReader.Result result = ModelReader.read(folder.resolve("countersign.yaml"));
    SystemModel system =
        result
            .model()
            .orElseThrow(() -> new IllegalArgumentException(result.problems().toString()));
    return new Checked(
        new Assessor(KNOWLEDGE, policy, trust)
            .assess(system, Derivation.of(system, KNOWLEDGE), today, folder),
        catalogue,
        policy,
        KNOWLEDGE.digest());
  }

  Basis basis() {
    return Basis.of(checked(), new ArtefactFiles(checked().assessment().system(), folder));
  }

  /** Somebody signs all that needs it in that role. */
  Office signs(Role role) {
    List<Item> items =
        standings(role).stream()
            .filter(standing -> standing.sort() != Standing.Sort.STANDS)
            .map(Standing::item)
            .toList();
    return signs(role, items);
  }

  Office signs(Role role, List<Item> items) {
    SignedContent content = draft(role, items);
    String file = role.word() + "." + signed.size();
    signed.add(
        new SignedStatement(
            file, Optional.ofNullable(people.get(role)).orElseThrow(), written(content)));
    return this;
  }

  /** Whom the signatures in files are believed from now on. */
  Office trusts(TrustContext other) {
    trust = other;
    return this;
  }

  /** What somebody would sign now in that role: all that needs it. */
  SignedContent draft(Role role) {
    Basis basis = basis();
    List<Item> due = SignOffJudge.due(role, basis, Items.of(basis));
    List<Standing> known =
        checked().assessment().signOffs().of(role).map(SignOff::items).orElse(List.of());
    List<Item> standing =
        known.stream().filter(it -> it.sort() == Standing.Sort.STANDS).map(Standing::item).toList();
    return draft(role, due.stream().filter(item -> !standing.contains(item)).toList());
  }

  private SignedContent draft(Role role, List<Item> items) {
    return new NewSignOff(
            role,
            today.atTime(12, 0).toInstant(ZoneOffset.UTC).plusSeconds(signed.size()),
            items,
            Verdict.PASS,
            Optional.empty(),
            Optional.empty(),
            "sha256:" + "0".repeat(64),
            "0.1.0")
        .of(checked());
  }

  /** The folder of the sign-offs. */
  Path drawer() {
    return SignOffFiles.folder(folder, "desk");
  }

  /** As it comes out of a file. */
  private static SignedContent written(SignedContent content) {
    try {
      return SignOffStatement.read(
          Statements.parse(Statements.write(SignOffStatement.of(content))));
    } catch (Exception wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  List<Standing> standings(Role role) {
    Basis basis = basis();
    return new Ledger(basis, signed).of(role, Items.of(basis));
  }

  /** Ids of what the ML lead's signatures are worth that. */
  List<String> ids(Standing.Sort sort) {
    return standings(Role.ML_LEAD).stream()
        .filter(standing -> standing.sort() == sort)
        .map(standing -> standing.item().id())
        .toList();
  }

  /** What is void because of what, a line each. */
  List<String> told() {
    return standings(Role.ML_LEAD).stream()
        .filter(standing -> standing.sort() == Standing.Sort.VOID)
        .map(standing ->
            standing.item().id()
                + ": "
                + String.join(
                    " ",
                    standing.causes().stream()
                        .map(cause -> "[" + cause.sort().word() + "] " + cause.text())
                        .toList()))
        .toList();
  }

  /** Every cause that is told, each once. */
  List<String> causes() {
    return standings(Role.ML_LEAD).stream()
        .flatMap(standing -> standing.causes().stream())
        .map(cause -> "[" + cause.sort().word() + "] " + cause.text())
        .distinct()
        .toList();
  }
}
