package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.assess.evidence.EvidenceResult.Verified;
import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Evidence of kind {@code attestation}: any in-toto statement about the bytes that are there now,
 * by somebody whom the trust policy admits, for which a condition in CEL holds. So reports of
 * scanners, tests and red teams count without a verifier of their own.
 */
public final class AttestationVerifier implements EvidenceVerifier {
  private static final String KIND = "attestation";
  private static final String PREDICATE = "predicate";
  private static final String ROLE = "role";
  private static final String WHERE = "where";
  private static final String FORM =
      "attestation: { file: FILE, predicate: TYPE, subject: PATH, role: ci, where: CONDITION }";

  /** Made by {@link java.util.ServiceLoader}. */
  public AttestationVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    Optional<Refuted> unusable =
        offer
            .unusable(FORM, arguments(evidence))
            .or(() -> noPredicate(offer))
            .or(() -> noRole(offer));
    if (unusable.isPresent()) {
      return unusable.get();
    }
    return switch (RepositoryFile.find(offer.file(), context)) {
      case RepositoryFile.Refused(var why) ->
          offer.refuted(
              "The attestation " + offer.shown() + " " + why + ".",
              "Name the file that the pipeline writes: a Sigstore bundle, a DSSE envelope or a"
                  + " .intoto.jsonl inside the repository.");
      case RepositoryFile.Found(var path) -> verify(offer, path);
    };
  }

  /** Those that there are, and as many subjects as are listed. */
  private static Set<String> arguments(Evidence evidence) {
    Set<String> names = new HashSet<>(Set.of(PREDICATE, ROLE, WHERE));
    names.addAll(AttestedBytes.ARGUMENTS);
    names.addAll(AttestedAge.ARGUMENTS);
    evidence.arguments().keySet().stream()
        .filter(name -> name.startsWith(AttestedBytes.SUBJECT + "."))
        .forEach(names::add);
    return names;
  }

  private static Optional<Refuted> noPredicate(Offer offer) {
    return offer.argument(PREDICATE).isBlank()
        ? Optional.of(
            offer.refuted(
                "It is not said of which type the attestation " + offer.shown() + " has to be.",
                "Write the URI of its predicate type as predicate: " + FORM + "."))
        : Optional.empty();
  }

  private static Optional<Refuted> noRole(Offer offer) {
    return role(offer).isPresent()
        ? Optional.empty()
        : Optional.of(
            offer.refuted(
                offer.argument(ROLE) + " is no role.",
                "Choose one of "
                    + String.join(", ", Stream.of(Role.values()).map(Role::word).toList())
                    + "."));
  }

  private static Optional<Role> role(Offer offer) {
    String word = offer.argument(ROLE);
    return word.isBlank() ? Optional.of(Role.CI) : Role.of(word);
  }

  private static EvidenceResult verify(Offer offer, Path file) {
    Purpose purpose =
        offer.purpose(Set.of(role(offer).orElseThrow()), Set.of(offer.argument(PREDICATE)));
    try {
      List<Refuted> refusals = new ArrayList<>();
      for (Verification verification : AttestationFile.verify(file, offer.policy(), purpose)) {
        EvidenceResult result = judge(offer, verification);
        if (result instanceof Verified) {
          return result;
        }
        keep((Refuted) result, verification, refusals);
      }
      return refusals.getFirst();
    } catch (IOException unreadable) {
      return offer.refuted(
          offer.shown() + " cannot be read.", "Make it readable to whoever runs the check.");
    }
  }

  /** What is said of a statement of the wanted type tells more than that another is of another. */
  private static void keep(Refuted result, Verification verification, List<Refuted> refusals) {
    boolean other =
        verification instanceof Verification.Refused refused
            && refused.reason() == Reason.ABOUT_SOMETHING_ELSE;
    refusals.add(other ? refusals.size() : 0, result);
  }

  private static EvidenceResult judge(Offer offer, Verification verification) {
    if (verification instanceof Verification.Refused refused) {
      return offer.refuted(offer.shown() + " proves nothing: " + refused.detail(), refused.next());
    }
    Admitted admitted = (Admitted) verification;
    return switch (AttestedBytes.of(offer, admitted.statement())) {
      case AttestedBytes.Wrong(var detail, var next) -> offer.refuted(detail, next);
      case AttestedBytes.Right right ->
          AttestedAge.doubt(offer, admitted.statement())
              .or(() -> condition(offer, admitted))
              .<EvidenceResult>map(doubt -> doubt)
              .orElseGet(() -> verified(offer, admitted, right));
    };
  }

  private static Optional<Refuted> condition(Offer offer, Admitted admitted) {
    String where = offer.argument(WHERE);
    if (where.isBlank()) {
      return Optional.empty();
    }
    Argument written = offer.evidence().arguments().get(WHERE);
    String place = String.valueOf(written == null ? offer.evidence().place() : written.place());
    return switch (AttestationCondition.judge(
        where, admitted.statement(), offer.purpose(Set.of(), Set.of()).at())) {
      case AttestationCondition.Holds() -> Optional.empty();
      case AttestationCondition.Fails() ->
          Optional.of(
              offer.refuted(
                  "The condition does not hold for %s: %s".formatted(offer.shown(), where),
                  "Mend what the attestation tells of, and have it made again by whoever made it."));
      case AttestationCondition.Lacks(var what) ->
          Optional.of(
              offer.refuted(
                  "The condition cannot be decided for %s: %s".formatted(offer.shown(), what),
                  "Correct where (%s), or ask first whether the field is there: has(predicate.NAME)."
                      .formatted(place)));
      case AttestationCondition.Mistaken(var what) ->
          Optional.of(
              offer.refuted(
                  "The condition for %s is wrong: %s".formatted(offer.shown(), what),
                  "Correct where (%s); it is CEL over predicate, subjects and today."
                      .formatted(place)));
    };
  }

  private static EvidenceResult verified(
      Offer offer, Admitted admitted, AttestedBytes.Right bytes) {
    String where = offer.argument(WHERE);
    return offer.verified(
        "%s attested %s (%s)%s.%s"
            .formatted(
                admitted.by().name(),
                bytes.about(),
                admitted.statement().predicateType(),
                where.isBlank() ? "" : ", and " + where + " holds",
                admitted.notes().isEmpty() ? "" : " " + String.join(" ", admitted.notes())),
        bytes.digests(),
        admitted.by());
  }
}
