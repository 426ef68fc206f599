package dev.countersign.assess.maturity;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.ControlState;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that is looked at around one system.
 *
 * @param checked the system as it was checked just now
 * @param traces what its repository shows
 */
public record Practice(Checked checked, Traces traces) {
  Assessment assessment() {
    return checked.assessment();
  }

  SystemModel system() {
    return checked.assessment().system();
  }

  /** The command that shows more about this system. */
  String command(String options) {
    return "countersign check " + options + ShellName.of(system().file());
  }

  /** The elements of a kind for which something holds. */
  List<Element> elements(ElementKind kind, Predicate<Element> which) {
    return system().elements(kind).filter(which).toList();
  }

  /** Ids of the threats for which something holds, by rank. */
  List<String> threats(Predicate<AssessedThreat> which) {
    return assessment().threats().stream().filter(which).map(it -> it.threat().id()).toList();
  }

  /** Whether one of these controls is in place on one of these elements and proven. */
  boolean proven(Collection<String> controls, Collection<String> elements) {
    return claims(controls)
        .anyMatch(state -> state.proven() && elements.contains(state.claim().element()));
  }

  /** The claims of these controls, wherever they are placed. */
  Stream<ControlState> claims(Collection<String> controls) {
    return assessment().controls().values().stream()
        .filter(state -> controls.contains(state.claim().control()));
  }
}
