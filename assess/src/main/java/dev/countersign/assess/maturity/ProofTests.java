package dev.countersign.assess.maturity;

import dev.countersign.assess.ControlState;
import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at controls and whether they are proven today. */
final class ProofTests {
  private static final Set<String> WATCHING = Set.of("inference-monitoring", "drift-monitoring");
  private static final Set<String> TESTING =
      Set.of("behaviour-testing", "release-gate", "red-teaming");
  private static final String SIGNATURE = "model-signature";
  private static final String DOCUMENT =
      "{ document: { file: …, sha256: …, reviewer: …, expires: … } }";

  private ProofTests() {}

  static Seen proven(Practice practice) {
    List<ControlState> all = List.copyOf(practice.assessment().controls().values());
    List<String> doubtful =
        all.stream().filter(it -> !it.proven()).map(it -> it.claim().id()).toList();
    if (all.isEmpty()) {
      return Seen.missing(
          "No control is claimed.",
          "Claim what is in place, with its evidence: docs/evidence.md says how.");
    }
    return doubtful.isEmpty()
        ? Seen.met("All " + all.size() + " are proven.")
        : Seen.missing(
            "Not proven: " + Names.of(doubtful) + ".",
            "See why: countersign explain " + doubtful.getFirst());
  }

  static Seen artefacts(Practice practice) {
    List<String> own = Names.ids(practice.elements(ElementKind.MODEL, ProofTests::isKeptHere));
    List<String> unsigned = own.stream().filter(id -> !isSigned(practice, id)).toList();
    if (unsigned.isEmpty()) {
      return Seen.met(
          own.isEmpty() ? "All models are hosted by others." : "Signed: " + Names.of(own) + ".");
    }
    return isUnchecked(practice)
        ? Seen.missing(
            "This version of Countersign cannot verify signatures of models yet.",
            "Keep the signatures beside the models for a version that can.")
        : Seen.missing(
            "Without a signature that verifies: " + Names.of(unsigned) + ".",
            "Sign where the model is made and verify where it is loaded. This version of"
                + " Countersign cannot verify such signatures yet; until one does, nobody meets this.",
            "model-signing@" + unsigned.getFirst() + ": { model-signature: … }");
  }

  private static boolean isKeptHere(Element model) {
    return model.word("origin").filter("hosted"::equals).isEmpty();
  }

  private static boolean isSigned(Practice practice, String model) {
    return signatures(practice, model)
        .anyMatch(result -> result instanceof EvidenceResult.Verified);
  }

  private static boolean isUnchecked(Practice practice) {
    return practice.elements(ElementKind.MODEL, ProofTests::isKeptHere).stream()
        .flatMap(model -> signatures(practice, model.id()))
        .anyMatch(result -> result instanceof EvidenceResult.Unchecked);
  }

  private static Stream<EvidenceResult> signatures(Practice practice, String model) {
    return practice
        .claims(Set.of("model-signing"))
        .filter(state -> state.claim().element().equals(model))
        .flatMap(state -> state.results().stream())
        .filter(result -> result.kind().equals(SIGNATURE));
  }

  static Seen monitored(Practice practice) {
    List<String> running =
        Names.ids(practice.elements(ElementKind.COMPONENT, it -> !it.refs("runs").isEmpty()));
    List<String> blind =
        running.stream()
            .filter(id -> !practice.proven(WATCHING, withModels(practice, id)))
            .toList();
    return all(
        blind,
        "Every component that runs a model is watched.",
        "Nothing proven watches ",
        "inference-monitoring@");
  }

  private static List<String> withModels(Practice practice, String component) {
    List<String> both = new ArrayList<>(List.of(component));
    practice.system().element(component).ifPresent(it -> both.addAll(it.refs("runs")));
    return both;
  }

  static Seen tested(Practice practice) {
    List<String> models = Names.ids(practice.elements(ElementKind.MODEL, _ -> true));
    List<String> untested =
        models.stream().filter(id -> !practice.proven(TESTING, withRunners(practice, id))).toList();
    return all(untested, "Every model was tested.", "No proven test of ", "behaviour-testing@");
  }

  private static List<String> withRunners(Practice practice, String model) {
    List<String> all = new ArrayList<>(List.of(model));
    all.addAll(
        Names.ids(practice.elements(ElementKind.COMPONENT, it -> it.refs("runs").contains(model))));
    return all;
  }

  private static Seen all(List<String> without, String met, String missing, String control) {
    return without.isEmpty()
        ? Seen.met(met)
        : Seen.missing(
            missing + Names.of(without) + ".",
            "Put it in place, have it reviewed and claim it under controls:",
            control + without.getFirst() + ": " + DOCUMENT);
  }

  static Seen incidents(Practice practice) {
    return somewhere(practice, "incident-response");
  }

  static Seen revalidation(Practice practice) {
    return somewhere(practice, "revalidation");
  }

  static Seen redTeam(Practice practice) {
    return somewhere(practice, "red-teaming");
  }

  private static Seen somewhere(Practice practice, String control) {
    List<String> claimed =
        practice.claims(Set.of(control)).map(state -> state.claim().id()).toList();
    List<String> proven =
        practice
            .claims(Set.of(control))
            .filter(ControlState::proven)
            .map(state -> state.claim().id())
            .toList();
    if (!proven.isEmpty()) {
      return Seen.met("Proven: " + Names.of(proven) + ".");
    }
    return claimed.isEmpty()
        ? Seen.missing(
            "No control " + control + " is claimed.",
            "Do it, have the report reviewed and claim it under controls:",
            control + "@" + target(practice) + ": " + DOCUMENT)
        : Seen.missing(
            Names.of(claimed) + " is not proven.",
            "See why: countersign explain " + claimed.getFirst());
  }

  /** Where such a control could stand: on what runs a model, or on a model. */
  private static String target(Practice practice) {
    return Stream.of(ElementKind.COMPONENT, ElementKind.MODEL)
        .flatMap(kind -> practice.system().elements(kind))
        .filter(it -> it.kind() == ElementKind.MODEL || !it.refs("runs").isEmpty())
        .map(Element::id)
        .findFirst()
        .orElse("…");
  }
}
