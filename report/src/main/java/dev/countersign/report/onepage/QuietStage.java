package dev.countersign.report.onepage;

import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a stage without threats what that rests on. */
final class QuietStage {
  private final Subject subject;
  private final Names names;
  private final int most;

  QuietStage(Subject subject, int most) {
    this.subject = subject;
    this.names = new Names(subject);
    this.most = most;
  }

  /** One sentence. */
  Phrase of(Stage stage) {
    String open = subject.openQuestions(stage);
    if (!open.isEmpty()) {
      return Phrase.of("No threat derives yet, but " + open + " may change that.");
    }
    List<Element> concerned = concerned(stage);
    return concerned.isEmpty() ? nothingThere(stage) : basis(stage, concerned);
  }

  private List<ElementKind> kinds(Stage stage) {
    return subject.families(stage).stream().map(Family::on).distinct().sorted().toList();
  }

  private List<Element> concerned(Stage stage) {
    return kinds(stage).stream().flatMap(kind -> subject.elements(kind).stream()).toList();
  }

  private Phrase nothingThere(Stage stage) {
    List<String> nouns = kinds(stage).stream().map(Names::noun).toList();
    return Phrase.of(
        nouns.isEmpty()
            ? "No threat derives, since no attack is known for this stage."
            : "No threat derives, since the system has no " + Words.or(nouns) + ".");
  }

  private Phrase basis(Stage stage, List<Element> concerned) {
    return facts(stage)
        .map(facts -> Phrase.of("No threat derives: ").then(facts).then("."))
        .orElseGet(() ->
            Phrase.of("None of the " + known(stage) + " known for this stage applies to ")
                .then(names.things(concerned.stream().map(Element::id).toList(), most))
                .then("."));
  }

  private String known(Stage stage) {
    return Numbers.count(subject.families(stage).size(), "attack");
  }

  private Optional<Phrase> facts(Stage stage) {
    return switch (stage) {
      case DATA_COLLECTION -> writers(subject.elements(ElementKind.DATASET));
      case TRAINING -> trained();
      case MODEL_STORAGE -> writers(stores());
      case EVOLUTION -> renewed();
      case INFERENCE -> idle();
    };
  }

  /** Who writes what, where all of it is said. */
  private Optional<Phrase> writers(List<Element> elements) {
    Map<List<String>, List<String>> byWriters = new LinkedHashMap<>();
    for (Element element : elements) {
      if (!(element.value("writers").orElse(null) instanceof FactValue.Refs(var ids))) {
        return Optional.empty();
      }
      byWriters.computeIfAbsent(ids, _ -> new ArrayList<>()).add(element.id());
    }
    List<Phrase> clauses = new ArrayList<>();
    byWriters.forEach((by, ids) -> clauses.add(writers(ids, by)));
    return clauses.isEmpty() || clauses.size() > most
        ? Optional.empty()
        : Optional.of(Phrase.and(clauses));
  }

  private Phrase writers(List<String> ids, List<String> by) {
    Phrase things = names.things(ids, most);
    return by.isEmpty()
        ? Phrase.of("nobody writes to ").then(things)
        : Phrase.of("only ").then(whoever(by)).then(" can write to ").then(things);
  }

  private Phrase whoever(List<String> ids) {
    List<String> people = ids.stream().filter(names::isSomebody).toList();
    List<String> things = ids.stream().filter(id -> !names.isSomebody(id)).toList();
    List<Phrase> both = new ArrayList<>();
    if (!people.isEmpty()) {
      both.add(names.people(people, most));
    }
    if (!things.isEmpty()) {
      both.add(names.things(things, most));
    }
    return Phrase.and(both);
  }

  /** Where models are kept. */
  private List<Element> stores() {
    return subject.elements(ElementKind.MODEL).stream()
        .flatMap(model -> model.refs("stored").stream())
        .distinct()
        .sorted()
        .flatMap(id -> subject.element(id).stream())
        .toList();
  }

  private Optional<Phrase> trained() {
    List<String> here =
        subject.elements(ElementKind.MODEL).stream()
            .filter(model -> model.word("origin").filter("trained-here"::equals).isPresent())
            .filter(model ->
                model.value("base").orElse(null) instanceof FactValue.Refs(var base)
                    && base.isEmpty())
            .map(Element::id)
            .toList();
    return here.isEmpty() || here.size() < subject.elements(ElementKind.MODEL).size()
        ? Optional.empty()
        : Optional.of(
            names
                .things(here, most)
                .then(here.size() == 1 ? " is" : " are")
                .then(" trained in-house and on no foreign base model"));
  }

  /** Models that nothing runs cannot be queried. */
  private Optional<Phrase> idle() {
    List<String> models = subject.elements(ElementKind.MODEL).stream().map(Element::id).toList();
    boolean run =
        subject.elements(ElementKind.COMPONENT).stream()
            .anyMatch(component -> !component.refs("runs").isEmpty());
    return models.isEmpty() || run
        ? Optional.empty()
        : Optional.of(Phrase.of("nothing in the file runs ").then(names.things(models, most)));
  }

  private Optional<Phrase> renewed() {
    boolean still =
        subject.elements(ElementKind.MODEL).stream()
            .allMatch(model -> model.word("retrained").filter("never"::equals).isPresent());
    return still && subject.elements(ElementKind.FEEDBACK_LOOP).isEmpty()
        ? Optional.of(Phrase.of("no model is retrained and nothing feeds back"))
        : Optional.empty();
  }
}
