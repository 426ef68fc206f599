package dev.countersign.assess;

import dev.countersign.assess.evidence.EvidenceResult;
import dev.countersign.assess.evidence.EvidenceVerifier;
import dev.countersign.assess.evidence.Verifiers;
import dev.countersign.assess.policy.Acceptance;
import dev.countersign.assess.policy.Exemption;
import dev.countersign.assess.policy.Exemption.Scope;
import dev.countersign.assess.policy.Gate;
import dev.countersign.assess.policy.GuardPolicy;
import dev.countersign.assess.policy.Planning;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.RequiredControl;
import dev.countersign.assess.policy.SigningRule;
import dev.countersign.assess.policy.Span;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.derive.Derivation;
import dev.countersign.derive.Rank;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.inspect.policy.ArtefactPolicy;
import dev.countersign.knowledge.Family;
import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.Place;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemInfo;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random system with random threats, answers, dates and policy; the same for the same seed. Every
 * second one is careful: its file says nothing that is wrong on any day.
 */
final class RandomCase {
  static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private static final Map<String, ElementKind> ELEMENTS =
      Map.of(
          "m1", ElementKind.MODEL,
          "m2", ElementKind.MODEL,
          "d1", ElementKind.DATASET,
          "c1", ElementKind.COMPONENT,
          "c2", ElementKind.COMPONENT,
          "t1", ElementKind.TOOL,
          "t2", ElementKind.TOOL);

  private final Random random;
  private final Map<String, Element> elements = new TreeMap<>();
  private final boolean careful;
  private int line = 1;

  final SystemModel system;
  final Derivation derivation;
  final Policy policy;

  RandomCase(long seed) {
    random = new Random(seed);
    careful = seed % 2 == 0;
    new TreeMap<>(ELEMENTS)
        .forEach((id, kind) -> elements.put(id, new Element(kind, id, place(), Map.of())));
    derivation = new Derivation(threats(), List.of());
    system = system();
    policy = policy();
  }

  Assessment assess(Policy other, LocalDate day) {
    return new Assessor(
            KnownThings.CATALOGUE, other, Verifiers.of(List.of(new Dated())), TrustContext.NONE)
        .assess(system, derivation, day, Path.of(""));
  }

  Exemption exemption() {
    String id =
        switch (random.nextInt(3)) {
          case 0 -> pick(List.copyOf(system.controls().keySet()), "model-signing@m1");
          case 1 -> pick(derivation.threats().stream().map(Threat::id).toList(), "evasion@m1");
          default -> pick(List.of("open-threat:evasion@m1", "missing-lead:s", "x"), "");
        };
    Scope scope = pick(List.of(Scope.values()), Scope.FINDING);
    return new Exemption(scope, id, "s", "because", "CISO", day(), place());
  }

  Policy with(List<Exemption> exemptions, List<RequiredControl> required) {
    return new Policy(
        policy.file(),
        policy.gate(),
        policy.planned(),
        policy.acceptance(),
        policy.evidence(),
        required,
        exemptions,
        policy.packs(),
        policy.maxOpenQuestions(),
        policy.signing(),
        policy.artefacts(),
        policy.guards());
  }

  private List<Threat> threats() {
    List<Threat> threats = new ArrayList<>();
    for (Family family : KnownThings.CATALOGUE.families().values()) {
      List<Element> all = elements.values().stream().filter(e -> e.kind() == family.on()).toList();
      if (random.nextInt(4) == 0 && all.size() > 1) {
        threats.add(threat(family, all.getFirst(), List.of(all.getLast().id()), threats.size()));
      } else {
        all.stream()
            .filter(element -> random.nextInt(3) > 0)
            .forEach(element -> threats.add(threat(family, element, List.of(), threats.size())));
      }
    }
    return threats;
  }

  private Threat threat(Family family, Element element, List<String> members, int position) {
    Severity severity = pick(List.of(Severity.values()), Severity.LOW);
    return new Threat(
        family,
        element,
        members,
        List.of(),
        List.of("Because."),
        List.of("c1", element.id()),
        List.of(),
        List.of(),
        new Rank(position + 1, severity, 50, 0.5, 1, List.of()),
        List.of());
  }

  private SystemModel system() {
    Map<String, ControlClaim> claims = new TreeMap<>();
    for (String control : KnownThings.CATALOGUE.controls().keySet()) {
      for (String element : elements.keySet()) {
        if (random.nextInt(4) == 0 && (!careful || fits(control, element))) {
          ControlClaim claim = new ControlClaim(control, element, place(), evidence());
          claims.put(claim.id(), claim);
        }
      }
    }
    Map<String, Resolution> answers = new TreeMap<>();
    for (String family : KnownThings.CATALOGUE.families().keySet()) {
      for (String element : elements.keySet()) {
        String threat = family + "@" + element;
        if (careful ? derives(threat) : random.nextInt(3) == 0) {
          answers.put(threat, careful ? acceptedOrPlanned(threat) : answer(threat, claims));
        }
      }
    }
    Assumption assumption =
        new Assumption("a", place(), "It holds.", Optional.of("o"), maybeDay(), List.of());
    SystemInfo info =
        new SystemInfo("s", place(), "Does.", Optional.of("a"), Optional.of("b"), maybeDay());
    return new SystemModel(
        "countersign.yaml",
        info,
        elements,
        claims,
        answers,
        random.nextBoolean() ? Map.of("a", assumption) : Map.of(),
        List.of());
  }

  private Map<String, Evidence> evidence() {
    Map<String, Argument> arguments = Map.of("expires", new Argument(day().toString(), place()));
    return random.nextInt(4) == 0
        ? Map.of()
        : Map.of("document", new Evidence("document", place(), arguments));
  }

  private boolean fits(String control, String element) {
    ElementKind kind = Optional.ofNullable(elements.get(element)).orElseThrow().kind();
    return KnownThings.CATALOGUE.control(control).orElseThrow().on().contains(kind);
  }

  private boolean derives(String threat) {
    return derivation.threats().stream().anyMatch(t -> t.id().equals(threat));
  }

  private Resolution acceptedOrPlanned(String threat) {
    Family family =
        KnownThings.CATALOGUE.family(Placed.parse(threat).orElseThrow().name()).orElseThrow();
    Optional<LocalDate> day = Optional.of(day());
    return random.nextBoolean()
        ? new Resolution.Accepted(
            threat, place(), Optional.of("Board"), day, Optional.of("r"), Optional.of("R-1"))
        : new Resolution.Planned(
            threat,
            place(),
            Optional.of(family.controls().getFirst() + "@c1"),
            Optional.of("owner"),
            day,
            Optional.of("T-1"));
  }

  private Resolution answer(String threat, Map<String, ControlClaim> claimed) {
    List<String> claims = List.copyOf(claimed.keySet());
    return switch (random.nextInt(4)) {
      case 0 -> new Resolution.ByControl(threat, place(), List.of(pick(claims, "x@m1")));
      case 1 ->
          new Resolution.Planned(
              threat,
              place(),
              Optional.of(pick(claims, "input-gate@c1")),
              maybe("owner"),
              maybeDay(),
              Optional.of("T-1"));
      case 2 ->
          new Resolution.Accepted(
              threat, place(), Optional.of("Board"), maybeDay(), maybe("r"), Optional.of("R-1"));
      default -> new Resolution.DesignedOut(threat, place(), maybe("c"), Optional.empty());
    };
  }

  private Policy policy() {
    List<Exemption> exemptions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      exemptions.add(exemption());
    }
    List<RequiredControl> required =
        List.of(
            new RequiredControl("model-signing", ElementKind.MODEL, new TreeMap<>(), place()),
            new RequiredControl("audit-log", ElementKind.COMPONENT, new TreeMap<>(), place()));
    Gate gate = Gate.parse(pick(Gate.words(), "high")).orElseThrow();
    Optional<Severity> planned =
        random.nextBoolean() ? Optional.of(Severity.CRITICAL) : Optional.empty();
    return new Policy(
        Optional.of("countersign-policy.yaml"),
        gate,
        // Long enough that no day is too far ahead: that an answer is too early can pass.
        new Planning(Span.ofDays(9000), planned),
        new Acceptance(Span.ofDays(9000), Optional.empty()),
        Span.ofDays(9000),
        random.nextInt(4) == 0 ? required : List.of(),
        exemptions,
        List.of(),
        OptionalInt.empty(),
        SigningRule.NONE,
        ArtefactPolicy.USUAL,
        GuardPolicy.USUAL);
  }

  private Optional<String> maybe(String text) {
    return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(text);
  }

  private Optional<LocalDate> maybeDay() {
    return !careful && random.nextInt(8) == 0 ? Optional.empty() : Optional.of(day());
  }

  /** Mostly ahead, so that a fair share of all cases passes on some day. */
  private LocalDate day() {
    return TODAY.plusDays(random.nextInt(420) - (careful ? 5 : 20));
  }

  private <T> T pick(List<T> from, T otherwise) {
    return from.isEmpty() ? otherwise : from.get(random.nextInt(from.size()));
  }

  private Place place() {
    return new Place("countersign.yaml", line++, 1);
  }

  /** Verifies a day and nothing else. */
  private record Dated() implements EvidenceVerifier {
    @Override
    public String kind() {
      return "document";
    }

    @Override
    public EvidenceResult verify(Evidence evidence, Context context) {
      String expires =
          Optional.ofNullable(evidence.arguments().get("expires")).map(Argument::text).orElse("");
      return context.today().isAfter(LocalDate.parse(expires))
          ? new EvidenceResult.Refuted(kind(), "Expired.", "Renew it.")
          : new EvidenceResult.Verified(kind(), "Holds until " + expires + ".");
    }
  }
}
