package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Attester;
import dev.countersign.assess.evidence.EvidenceResult.Note;
import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.assess.evidence.EvidenceVerifier.Context;
import dev.countersign.assess.trust.Moment;
import dev.countersign.assess.trust.TrustFile;
import dev.countersign.attest.Purpose;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.model.Fact;
import dev.countersign.model.FactValue;
import dev.countersign.model.FilePatterns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evidence that somebody signed, as it is offered, with what all verifiers of such do alike. */
record Offer(Evidence evidence, Context context) {
  private static final String FILE = "file";
  private static final String FILES = "files";

  /** What is wrong with the form of the offer, or with whom it would be believed. */
  Optional<Refuted> unusable(String form, Set<String> optional) {
    return malformed(form, optional).or(this::trustsNobody);
  }

  /** What is wrong with the form of the offer alone. */
  Optional<Refuted> malformed(String form, Set<String> optional) {
    return missingFile(form).or(() -> unknown(form, optional));
  }

  /** The argument of that name; empty text where it is not given. */
  String argument(String name) {
    return Optional.ofNullable(evidence.arguments().get(name)).map(Argument::text).orElse("");
  }

  /** The file of the statement as it is named. */
  String file() {
    return argument(FILE);
  }

  /** The file of the statement as the user would type it. */
  String shown() {
    return shown(file());
  }

  /** A file that evidence names as the user would type it. */
  String shown(String name) {
    return RepositoryFile.shown(name, evidence.place());
  }

  /** The same as a word of a command. */
  String word() {
    return ShellWord.of(shown());
  }

  /** What of the system the evidence has to be about, by any of these roles. */
  Purpose purpose(Set<Role> roles, Set<String> predicateTypes) {
    return new Purpose(
        roles,
        predicateTypes,
        Optional.of(context.system().info().id()),
        Moment.on(context.today()).at());
  }

  /** Whose word counts. Only after {@link #unusable} found somebody. */
  TrustPolicy policy() {
    return context.trust().trusted().orElseThrow().policy();
  }

  /** The same offer for another element, which answers for the one that the control is on. */
  Offer on(String element) {
    return new Offer(evidence, context.on(element));
  }

  /** The same offer, of which the file that this argument names is the file. */
  Offer part(String name) {
    Argument file = evidence.arguments().getOrDefault(name, new Argument("", evidence.place()));
    return new Offer(new Evidence(evidence.kind(), evidence.place(), Map.of(FILE, file)), context);
  }

  /**
   * That what runs said so too long ago, or in the future.
   *
   * @param what runs, for example {@code gate}
   */
  Optional<Refuted> silent(Instant at, String what) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    boolean old = context.guards().heartbeat().from(day).isBefore(context.today());
    return old || day.isAfter(context.today().plusDays(1))
        ? Optional.of(
            refuted(
                "%s is of %s, and may be %s old."
                    .formatted(shown(), day, context.guards().heartbeat()),
                "See whether the " + what + " still runs, and take its newest heartbeat."))
        : Optional.empty();
  }

  /** The patterns under {@code files} of the element that the control is on. */
  List<String> patterns() {
    return files()
        .map(Fact::value)
        .filter(FactValue.Paths.class::isInstance)
        .map(value -> ((FactValue.Paths) value).patterns())
        .orElse(List.of());
  }

  /** The files that they name, sorted. */
  List<Path> elementFiles() throws IOException {
    Optional<Fact> files = files();
    return files.isEmpty()
        ? List.of()
        : FilePatterns.find(
            patterns(),
            context.folderOf(files.get().place()).toAbsolutePath(),
            context.repository());
  }

  /** The folder that the patterns are relative to. */
  Path elementFolder() {
    return files()
        .map(fact -> context.folderOf(fact.place()))
        .orElse(context.folder())
        .toAbsolutePath()
        .normalize();
  }

  /** It holds. */
  Verified verified(String detail, Map<String, String> digests, Identity by) {
    return new Verified(
        evidence.kind(),
        detail,
        digests,
        List.of(new Attester(by.id(), by.name())),
        changedTogether(by).stream().toList());
  }

  /** It does not. */
  Refuted refuted(String detail, String next) {
    return new Refuted(evidence.kind(), detail, next);
  }

  private Optional<Fact> files() {
    return context.element().map(Element::facts).map(facts -> facts.get(FILES));
  }

  private Optional<Refuted> missingFile(String form) {
    return file().isBlank()
        ? Optional.of(refuted("The " + evidence.kind() + " names no file.", "Write " + form + "."))
        : Optional.empty();
  }

  private Optional<Refuted> unknown(String form, Set<String> optional) {
    return evidence.arguments().keySet().stream()
        .filter(name -> !name.equals(FILE) && !optional.contains(name))
        .findFirst()
        .map(name ->
            refuted(
                "The " + evidence.kind() + " has an argument " + name + " that there is not.",
                "Remove it; write " + form + "."));
  }

  /** That the control stands on nothing. */
  Optional<Refuted> noElement() {
    return context.element().isPresent()
        ? Optional.empty()
        : Optional.of(
            refuted(
                "There is no element " + context.claim().element() + ".",
                "Place the control on an element of the system."));
  }

  /** That there is nobody whose signature counts. */
  Optional<Refuted> trustsNobody() {
    return context.trust().trusted().isPresent()
        ? Optional.empty()
        : Optional.of(
            refuted(
                "Nobody is trusted to sign "
                    + shown()
                    + ": there is no "
                    + TrustFile.NAME
                    + " beside the threat model or above it.",
                "Write one that says whose signature counts; how, this prints: countersign trust"
                    + " show"));
  }

  /** Whoever changes the policy and signs in one step needs nobody else. */
  private Optional<Note> changedTogether(Identity by) {
    return RepositoryFile.find(file(), context) instanceof RepositoryFile.Found(Path path)
        ? context
            .trust()
            .changedTogether(path)
            .map(change ->
                new Note(
                    "trust-changed-with-statement",
                    "%s counts because of %s, and both came with %s: whoever made that change could"
                            .formatted(
                                shown(), context.trust().trusted().orElseThrow().shown(), change)
                        + " admit themselves.",
                    "Have somebody else confirm that the key of " + by.id() + " is theirs."))
        : Optional.empty();
  }
}
