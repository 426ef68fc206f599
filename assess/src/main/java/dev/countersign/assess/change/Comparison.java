package dev.countersign.assess.change;

import dev.countersign.assess.ControlState;
import dev.countersign.assess.change.Cause.Grounds;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Question;
import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares two versions of one system, part by part. */
final class Comparison {
  private final Version before;
  private final Version after;
  private final Renames renames;

  /** The earlier system under the later ids. */
  private final SystemModel old;

  private final SystemModel now;
  private final ElementDiff elements;
  private final Standing was;
  private final Standing is;
  private final Causes causes;

  Comparison(Version before, Version after) {
    this.before = before;
    this.after = after;
    now = after.system();
    renames = Renames.between(before.system(), now);
    old = renames.of(before.system());
    elements = ElementDiff.of(old, now);
    was = Standing.of(before.checked());
    is = Standing.of(after.checked());
    causes =
        new Causes(
            new Trials(old, now, elements.edits(), after.rules()),
            new Sentences(old, now),
            !was.rules().equals(is.rules()));
  }

  SystemChange run() {
    AnswerDiff answers = new AnswerDiff(renames, was, is);
    return new SystemChange(
        after.checked().id(),
        Optional.of(before.checked().id()).filter(id -> !id.equals(after.checked().id())),
        before.name(),
        after.name(),
        was,
        is,
        renames.list(now),
        elements.elements(),
        new ThreatDiff(before, after, renames, causes, answers).changes(),
        paired(old.resolutions(), now.resolutions(), this::resolution),
        controls(),
        paired(old.assumptions(), now.assumptions(), this::assumption),
        questions(),
        elements.wording());
  }

  private Optional<ResolutionChange> resolution(
      Optional<Resolution> earlier, Optional<Resolution> later) {
    return Answers.same(earlier, later)
        ? Optional.empty()
        : Optional.of(
            new ResolutionChange(
                later.or(() -> earlier).map(Resolution::threat).orElseThrow(), earlier, later));
  }

  private Optional<AssumptionChange> assumption(
      Optional<Assumption> earlier, Optional<Assumption> later) {
    return earlier.map(Comparison::content).equals(later.map(Comparison::content))
        ? Optional.empty()
        : Optional.of(
            new AssumptionChange(
                later.or(() -> earlier).map(Assumption::id).orElseThrow(), earlier, later));
  }

  private static List<Object> content(Assumption assumption) {
    return List.of(
        assumption.states(),
        assumption.owner(),
        assumption.until(),
        new TreeSet<>(assumption.about()));
  }

  private List<ControlChange> controls() {
    Map<String, ControlState> earlier = new TreeMap<>();
    before
        .checked()
        .assessment()
        .controls()
        .forEach((id, state) -> earlier.put(renames.laterPair(id), state));
    Map<String, ControlState> later = after.checked().assessment().controls();
    TreeSet<String> ids = new TreeSet<>(earlier.keySet());
    ids.addAll(later.keySet());
    List<ControlChange> changes = new ArrayList<>();
    for (String id : ids) {
      Optional<ControlState> came = Optional.ofNullable(earlier.get(id));
      Optional<ControlState> stands = Optional.ofNullable(later.get(id));
      if (!came.map(Comparison::content).equals(stands.map(Comparison::content))) {
        changes.add(new ControlChange(id, came, stands));
      }
    }
    return changes;
  }

  private static List<Object> content(ControlState state) {
    Map<String, Map<String, String>> evidence = new TreeMap<>();
    state.claim().evidence().forEach((kind, offered) -> evidence.put(kind, arguments(offered)));
    return List.of(state.proven(), evidence);
  }

  private static Map<String, String> arguments(ControlClaim.Evidence evidence) {
    Map<String, String> arguments = new TreeMap<>();
    evidence.arguments().forEach((name, argument) -> arguments.put(name, argument.text()));
    return arguments;
  }

  private List<QuestionChange> questions() {
    Map<String, Question> earlier =
        byId(before.checked().assessment().questions(), renames::laterPair);
    Map<String, Question> later = byId(after.checked().assessment().questions(), id -> id);
    List<QuestionChange> changes = new ArrayList<>();
    later.forEach((id, question) -> {
      if (!earlier.containsKey(id)) {
        changes.add(asked(id, question));
      }
    });
    earlier.forEach((id, question) -> {
      if (!later.containsKey(id)) {
        changes.add(settled(id, question));
      }
    });
    changes.sort(Comparator.comparing(QuestionChange::sort));
    return changes;
  }

  private QuestionChange asked(String id, Question question) {
    return new QuestionChange(
        QuestionChange.Sort.NEW,
        question,
        causes.of(trial -> trial.questions().contains(id), Optional.empty()));
  }

  private QuestionChange settled(String id, Question question) {
    FactRef fact = new FactRef(renames.later(question.fact().element()), question.fact().key());
    Optional<String> value =
        now.element(fact.element()).flatMap(e -> e.value(fact.key())).map(FactValue::written);
    return value
        .map(stated ->
            new QuestionChange(
                QuestionChange.Sort.ANSWERED,
                question,
                List.of(
                    new Cause(
                        Cause.Sort.FACT,
                        fact.toString(),
                        fact.key() + " of " + fact.element() + " is " + stated + ".",
                        Grounds.STATED))))
        .orElseGet(() ->
            new QuestionChange(
                QuestionChange.Sort.MOOT,
                question,
                causes.of(trial -> !trial.questions().contains(id), Optional.empty())));
  }

  private static Map<String, Question> byId(
      List<Question> questions, Function<String, String> later) {
    Map<String, Question> byId = new TreeMap<>();
    questions.forEach(question -> byId.put(later.apply(question.id()), question));
    return byId;
  }

  private static <T, C> List<C> paired(
      Map<String, T> earlier,
      Map<String, T> later,
      BiFunction<Optional<T>, Optional<T>, Optional<C>> compare) {
    TreeSet<String> ids = new TreeSet<>(earlier.keySet());
    ids.addAll(later.keySet());
    return ids.stream()
        .flatMap(id ->
            compare
                .apply(Optional.ofNullable(earlier.get(id)), Optional.ofNullable(later.get(id)))
                .stream())
        .toList();
  }
}
