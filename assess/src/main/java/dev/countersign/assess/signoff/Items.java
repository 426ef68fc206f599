package dev.countersign.assess.signoff;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.signoff.Dependency.Kind;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Question;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Family;
import dev.countersign.model.Assumption;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds what there is to sign in a system, and what each item stands on. */
public final class Items {
  private static final String SEVERITY = "severity";
  private static final String WAY = "way";
  private static final Set<ElementKind> WITH_BYTES = Set.of(ElementKind.MODEL, ElementKind.DATASET);

  private final Basis basis;
  private final ControlParts controls;

  private Items(Basis basis) {
    this.basis = basis;
    this.controls = new ControlParts(basis.controls());
  }

  /** Threats by rank, then questions, then assumptions. */
  public static List<Item> of(Basis basis) {
    Items items = new Items(basis);
    List<Item> all = new ArrayList<>();
    basis.threats().forEach(threat -> all.add(items.threat(threat)));
    basis.questions().forEach(question -> all.add(items.question(question)));
    basis.system().assumptions().values().forEach(assumed -> all.add(items.assumption(assumed)));
    return all;
  }

  private Item threat(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    return new Item(
        Item.Kind.THREAT,
        threat.id(),
        Optional.of(threat.rank().severity()),
        unique(
            Stream.of(
                    RuleParts.all(family(threat)),
                    Stream.concat(Stream.of(threat.element().id()), threat.members().stream())
                        .flatMap(this::element),
                    threat.facts().stream().map(this::fact),
                    Stream.of(
                        Dependency.ids(Kind.PATH, WAY, threat.path()),
                        Dependency.of(Kind.RANK, SEVERITY, threat.rank().severity().word())),
                    artefacts(assessed),
                    decisions(assessed),
                    answer(assessed))
                .flatMap(parts -> parts)));
  }

  private Family family(Threat threat) {
    return basis.catalogue().family(threat.family().id()).orElse(threat.family());
  }

  private Stream<Dependency> element(String id) {
    return basis.system().element(id).stream()
        .map(element -> Dependency.of(Kind.ELEMENT, id, element.kind().word()));
  }

  private Dependency fact(FactRef fact) {
    return Values.fact(
        Kind.FACT,
        fact.toString(),
        basis.system().element(fact.element()).flatMap(element -> element.value(fact.key())));
  }

  private Stream<Dependency> artefacts(AssessedThreat assessed) {
    Threat threat = assessed.threat();
    Set<String> ids = new LinkedHashSet<>(List.of(threat.element().id()));
    ids.addAll(threat.members());
    ids.addAll(threat.path());
    if (assessed.answer().resolution().orElse(null) instanceof Resolution.ByControl by) {
      ids.addAll(controls.signed(by.controls()));
    }
    return ids.stream()
        .flatMap(id -> basis.system().element(id).stream())
        .filter(element -> WITH_BYTES.contains(element.kind()))
        .flatMap(element -> artefact(element).stream());
  }

  private Optional<Dependency> artefact(Element element) {
    return basis
        .artefacts()
        .digest(element)
        .map(digest -> Dependency.of(Kind.ARTEFACT, element.id(), digest));
  }

  /** Whoever accepts a risk accepts what it can do: there the facts of the decisions count too. */
  private Stream<Dependency> decisions(AssessedThreat assessed) {
    List<String> ids = assessed.threat().decisions();
    Stream<Dependency> reached = Stream.of(Dependency.ids(Kind.DECISION, "", ids));
    return assessed.answer().resolution().orElse(null) instanceof Resolution.Accepted
        ? Stream.concat(reached, ids.stream().flatMap(this::consequences))
        : reached;
  }

  private Stream<Dependency> consequences(String decision) {
    return basis.system().element(decision).stream()
        .flatMap(element ->
            element.facts().entrySet().stream()
                .filter(fact -> !(fact.getValue().value() instanceof FactValue.Text))
                .map(fact ->
                    Values.fact(
                        Kind.DECISION,
                        fact.getKey() + "@" + decision,
                        Optional.of(fact.getValue().value()))));
  }

  private Stream<Dependency> answer(AssessedThreat assessed) {
    Optional<Resolution> resolution = assessed.answer().resolution();
    Stream<Dependency> parts =
        Stream.concat(
            AnswerParts.of(resolution),
            Stream.of(Dependency.of(Kind.ANSWER, AnswerParts.STATE, state(assessed.answer()))));
    return switch (resolution.orElse(null)) {
      case Resolution.ByControl by -> Stream.concat(parts, controls.of(by.controls()));
      case Resolution.Accepted accepted -> Stream.concat(parts, limits(accepted));
      case null -> parts;
      case Resolution.Planned _, Resolution.DesignedOut _ -> parts;
    };
  }

  /** The state that it would have if every sign-off held: a signature cannot stand on itself. */
  private String state(Answer answer) {
    boolean claimed =
        answer.state() == Answer.State.CONTROLLED || answer.state() == Answer.State.UNPROVEN;
    return claimed && answer.resolution().orElse(null) instanceof Resolution.ByControl by
        ? (controls.proven(by.controls()) ? Answer.State.CONTROLLED : Answer.State.UNPROVEN).word()
        : answer.state().word();
  }

  /** How much the policy lets the body accept. */
  private Stream<Dependency> limits(Resolution.Accepted accepted) {
    String body = accepted.by().orElse("");
    String most =
        basis
            .policy()
            .acceptance()
            .bodies()
            .map(bodies ->
                Optional.ofNullable(bodies.get(body)).map(it -> it.word()).orElse("nothing"))
            .orElse("anything");
    return Stream.of(Dependency.of(Kind.POLICY, body, most));
  }

  private Item question(Question question) {
    return new Item(
        Item.Kind.QUESTION,
        question.id(),
        Optional.empty(),
        unique(
            Stream.of(
                    element(question.fact().element()),
                    Stream.of(
                        fact(question.fact()),
                        Dependency.ids(Kind.ANSWER, AnswerParts.DECIDES, question.decides())),
                    question.decides().stream()
                        .flatMap(id -> basis.catalogue().family(id.split("@", 2)[0]).stream())
                        .map(RuleParts::trigger))
                .flatMap(parts -> parts)));
  }

  private Item assumption(Assumption assumption) {
    boolean whole = assumption.owner().isPresent() && assumption.until().isPresent();
    boolean over = assumption.until().filter(basis.asOf()::isAfter).isPresent();
    return new Item(
        Item.Kind.ASSUMPTION,
        assumption.id(),
        Optional.empty(),
        unique(
            Stream.concat(
                assumption.about().stream().flatMap(this::element),
                Stream.of(
                    AnswerParts.argument("assumption.states", Optional.of(assumption.states())),
                    AnswerParts.argument("assumption.owner", assumption.owner()),
                    AnswerParts.argument("assumption.until", assumption.until()),
                    Dependency.of(
                        Kind.ANSWER,
                        AnswerParts.STATE,
                        over ? "expired" : whole ? "holds" : "incomplete")))));
  }

  private static List<Dependency> unique(Stream<Dependency> dependencies) {
    Map<String, Dependency> byKey = new TreeMap<>();
    dependencies.forEach(dependency -> byKey.putIfAbsent(dependency.key(), dependency));
    return List.copyOf(byKey.values());
  }
}
