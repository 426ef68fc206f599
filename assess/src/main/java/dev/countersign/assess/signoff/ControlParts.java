package dev.countersign.assess.signoff;

import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.signoff.Dependency.Kind;
import dev.countersign.model.ControlClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The controls that an answer names: whether each is proven, and by which bytes.
 *
 * <p>What a sign-off proves is left out: a signature cannot stand on itself.
 */
final class ControlParts {
  /** The kind of evidence that is a sign-off. */
  static final String SIGN_OFF = "sign-off";

  static final String PROVEN = "proven";
  static final String UNPROVEN = "unproven";
  static final String UNCLAIMED = "not claimed";
  static final String BYTES = "bytes";

  /** Arguments that say where bytes are; what counts of these is what the bytes are. */
  private static final Set<String> PLACES = Set.of("file", "model", "sha256", "subject");

  private final Map<String, ControlState> controls;

  ControlParts(Map<String, ControlState> controls) {
    this.controls = controls;
  }

  Stream<Dependency> of(List<String> ids) {
    return ids.stream().distinct().flatMap(this::of);
  }

  /** Whether all of them are proven, leaving out what a sign-off would prove. */
  boolean proven(List<String> ids) {
    return ids.stream().allMatch(id -> word(id).equals(PROVEN));
  }

  /** Elements on which a control stands that a sign-off proves: what is released is their bytes. */
  List<String> signed(List<String> ids) {
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(controls.get(id)).stream())
        .map(ControlState::claim)
        .filter(claim -> claim.evidence().containsKey(SIGN_OFF))
        .map(ControlClaim::element)
        .toList();
  }

  private Stream<Dependency> of(String id) {
    return Stream.concat(
        Stream.of(Dependency.of(Kind.CONTROL, id, word(id))),
        Optional.ofNullable(controls.get(id)).stream()
            .filter(ControlParts::provenOtherwise)
            .flatMap(ControlParts::evidence));
  }

  private String word(String id) {
    return Optional.ofNullable(controls.get(id))
        .map(state -> provenOtherwise(state) ? PROVEN : UNPROVEN)
        .orElse(UNCLAIMED);
  }

  /** Whether it is proven by all its evidence but that of a sign-off. */
  private static boolean provenOtherwise(ControlState state) {
    return !state.results().isEmpty()
        && state.results().stream()
            .filter(result -> !result.kind().equals(SIGN_OFF))
            .allMatch(result -> result instanceof EvidenceResult.Verified);
  }

  private static Stream<Dependency> evidence(ControlState state) {
    return state.results().stream()
        .filter(result -> !result.kind().equals(SIGN_OFF))
        .flatMap(result -> evidence(state.claim(), result));
  }

  private static Stream<Dependency> evidence(ControlClaim claim, EvidenceResult result) {
    String name = claim.id() + " " + result.kind() + " ";
    Stream<Dependency> arguments =
        Optional.ofNullable(claim.evidence().get(result.kind())).stream()
            .flatMap(offered -> offered.arguments().entrySet().stream())
            .filter(argument -> !PLACES.contains(argument.getKey().split("\\.", 2)[0]))
            .map(argument ->
                Dependency.of(Kind.EVIDENCE, name + argument.getKey(), argument.getValue().text()));
    List<String> digests = digests(result);
    return digests.isEmpty()
        ? arguments
        : Stream.concat(
            Stream.of(new Dependency(Kind.EVIDENCE, name + BYTES, digests, false)), arguments);
  }

  /** What was verified, whatever the files are called. */
  static List<String> digests(EvidenceResult result) {
    return result instanceof EvidenceResult.Verified held
        ? held.digests().values().stream().sorted().distinct().toList()
        : List.of();
  }
}
