package dev.countersign.report.onepage;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Catalogue;
import dev.countersign.assess.Checked;
import dev.countersign.derive.Question;
import dev.countersign.knowledge.Family;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;

/**
 * What the page is about, looked up in the ways that its sentences need.
 *
 * @param checked the system
 */
record Subject(Checked checked) {
  Assessment assessment() {
    return checked.assessment();
  }

  Catalogue catalogue() {
    return checked.catalogue();
  }

  Optional<Element> element(String id) {
    return assessment().system().element(id);
  }

  Optional<ElementKind> kind(String id) {
    return element(id).map(Element::kind);
  }

  List<Element> elements(ElementKind kind) {
    return assessment().system().elements(kind).toList();
  }

  /** The threats of a stage by rank. */
  List<AssessedThreat> threats(Stage stage) {
    return assessment().threats().stream()
        .filter(threat -> threat.threat().family().stage() == stage)
        .toList();
  }

  /** The threats in a state by rank. */
  List<AssessedThreat> threats(State state) {
    return assessment().threats().stream()
        .filter(threat -> threat.answer().state() == state)
        .toList();
  }

  /** How many unknown facts decide threats of a stage. */
  long questions(Stage stage) {
    return assessment().questions().stream().filter(question -> decides(question, stage)).count();
  }

  /**
   * Which of the open questions decide threats of a stage, as a subject with a verb of any number;
   * empty if none. One may bear on several stages, so that they are parts of a whole and no sum.
   */
  String openQuestions(Stage stage) {
    long here = questions(stage);
    int all = assessment().questions().size();
    if (here == 0) {
      return "";
    }
    if (here == all) {
      return all == 1
          ? "the one open question"
          : Numbers.all(all) + (all == 2 ? " open questions" : " " + all + " open questions");
    }
    return Numbers.small(here) + " of the " + Numbers.small(all) + " open questions";
  }

  /** The kinds of attack that act at a stage. */
  List<Family> families(Stage stage) {
    return catalogue().families().values().stream().filter(f -> f.stage() == stage).toList();
  }

  private boolean decides(Question question, Stage stage) {
    return question.decides().stream()
        .map(threat -> threat.substring(0, Math.max(0, threat.indexOf('@'))))
        .flatMap(family -> catalogue().family(family).stream())
        .anyMatch(family -> family.stage() == stage);
  }
}
