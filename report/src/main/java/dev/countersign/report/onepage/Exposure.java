package dev.countersign.report.onepage;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.ElementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of a stage what is at risk there, of what, and most plausibly from whom. */
final class Exposure {
  /** How many things one sentence can say and still be read. */
  private static final int CLAUSES = 3;

  private final Subject subject;
  private final Names names;
  private final int most;

  Exposure(Subject subject, int most) {
    this.subject = subject;
    this.names = new Names(subject);
    this.most = most;
  }

  Phrase of(Stage stage, List<AssessedThreat> threats) {
    return clauses(stage, threats).then(adversaries(threats)).capitalised().then(".");
  }

  private Phrase clauses(Stage stage, List<AssessedThreat> threats) {
    Map<String, List<String>> assets = new LinkedHashMap<>();
    verbs(stage, threats)
        .forEach((id, verbs) ->
            assets
                .computeIfAbsent(Verbs.joined(List.copyOf(verbs)), _ -> new ArrayList<>())
                .add(id));
    List<Phrase> clauses = new ArrayList<>();
    int others = 0;
    for (Map.Entry<String, List<String>> group : assets.entrySet()) {
      if (clauses.size() < Math.min(most, CLAUSES)) {
        clauses.add(names.things(group.getValue(), most).then(" can " + said(group)));
      } else {
        others += group.getValue().size();
      }
    }
    return Phrase.and(clauses).then(others(others));
  }

  private static String said(Map.Entry<String, List<String>> group) {
    return group.getValue().size() == 1 ? group.getKey() : Verbs.ofSeveral(group.getKey());
  }

  private static String others(int others) {
    return others == 0 ? "" : ", with " + Numbers.count(others, "other element") + " also exposed";
  }

  private Map<String, Set<String>> verbs(Stage stage, List<AssessedThreat> threats) {
    Map<String, Set<String>> verbs = new LinkedHashMap<>();
    for (AssessedThreat assessed : threats) {
      Threat threat = assessed.threat();
      ElementKind kind = threat.element().kind();
      String verb = Verbs.of(kind, stage, threat.family().harm());
      together(threat, kind)
          .forEach(id -> verbs.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(verb));
    }
    return verbs;
  }

  /** The element and the members of its kind; other members are parts of it. */
  private List<String> together(Threat threat, ElementKind kind) {
    List<String> ids = new ArrayList<>(List.of(threat.element().id()));
    threat.members().stream()
        .filter(id -> subject.kind(id).filter(kind::equals).isPresent())
        .forEach(ids::add);
    return ids;
  }

  private Phrase adversaries(List<AssessedThreat> threats) {
    List<String> starters =
        threats.stream()
            .map(assessed -> assessed.threat().path().getFirst())
            .filter(names::isSomebody)
            .distinct()
            .toList();
    return starters.isEmpty()
        ? Phrase.of("; the file names nobody who could")
        : Phrase.of(", most plausibly by ").then(names.people(starters, most));
  }
}
