package dev.countersign.report.onepage;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the attacks of a stage, the gravest first. */
final class Vectors {
  /** How many a sentence names that stand elsewhere on the page too. */
  private static final int COMFORTABLE = 8;

  private final int most;
  private final Set<String> listed;
  private final Set<String> counted;

  /**
   * @param most how many to name of a stage
   * @param listed titles of the attacks that the lists of the page name
   * @param counted those and the ones that the page counts because a list is too long
   */
  Vectors(int most, Set<String> listed, Set<String> counted) {
    this.most = most;
    this.listed = listed;
    this.counted = counted;
  }

  /**
   * One sentence.
   *
   * @param threats by rank, at least one
   * @param open which questions may add threats, in words; empty if none may
   */
  Phrase of(List<AssessedThreat> threats, String open) {
    Map<String, Severity> gravest = new LinkedHashMap<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (AssessedThreat assessed : threats) {
      Threat threat = assessed.threat();
      gravest.putIfAbsent(threat.family().title(), threat.rank().severity());
      places.merge(threat.family().title(), 1, Integer::sum);
    }
    Set<String> named = named(gravest.keySet());
    return groups(threats.getFirst().threat().family().stage(), gravest, places, named)
        .then(more(gravest.keySet().stream().filter(kind -> !named.contains(kind)).toList()))
        .then(open.isEmpty() ? "" : "; " + open + " may add to this")
        .then(".");
  }

  /** Said in another way at each stage, as a person would. */
  private static String opening(Stage stage, boolean only, boolean one) {
    if (only) {
      return stage == Stage.INFERENCE
          ? "The one attack that derives is "
          : "The attack to expect is ";
    }
    return switch (stage) {
      case DATA_COLLECTION -> "Of highest priority " + (one ? "is " : "are ");
      case TRAINING -> "What matters most is ";
      case MODEL_STORAGE -> "First in line " + (one ? "is " : "are ");
      case INFERENCE -> one ? "The gravest attack is " : "The gravest attacks are ";
      case EVOLUTION -> "Foremost over time " + (one ? "is " : "are ");
    };
  }

  /** How many kinds of attack stand nowhere on the page. */
  int left(List<AssessedThreat> threats) {
    List<String> kinds = threats.stream().map(t -> t.threat().family().title()).distinct().toList();
    Set<String> named = named(kinds);
    return (int) kinds.stream().filter(k -> !named.contains(k) && !counted.contains(k)).count();
  }

  /** The first few, and then what would be named nowhere else. */
  private Set<String> named(Collection<String> kinds) {
    Set<String> named = new LinkedHashSet<>();
    kinds.stream().limit(Math.min(most, COMFORTABLE)).forEach(named::add);
    kinds.stream()
        .skip(COMFORTABLE)
        .filter(kind -> !counted.contains(kind))
        .limit(Math.max(0, most - COMFORTABLE))
        .forEach(named::add);
    return named;
  }

  private static Phrase groups(
      Stage stage, Map<String, Severity> gravest, Map<String, Integer> places, Set<String> named) {
    Map<Severity, List<Phrase>> bySeverity = new EnumMap<>(Severity.class);
    gravest.entrySet().stream()
        .filter(entry -> named.contains(entry.getKey()))
        .forEach(entry ->
            bySeverity
                .computeIfAbsent(entry.getValue(), _ -> new ArrayList<>())
                .add(title(entry.getKey(), places.getOrDefault(entry.getKey(), 1))));
    List<Severity> order = new ArrayList<>(bySeverity.keySet()).reversed();
    List<Phrase> first = bySeverity.getOrDefault(order.getFirst(), List.of());
    Phrase sentence = Phrase.of(opening(stage, gravest.size() == 1, first.size() == 1));
    for (Severity severity : order) {
      sentence =
          sentence
              .then(severity == order.getFirst() ? "" : ", then ")
              .then(group(bySeverity.getOrDefault(severity, List.of()), severity));
    }
    return sentence;
  }

  private static Phrase title(String title, int places) {
    return Phrase.of(
        Titles.within(title) + (places == 1 ? "" : " in " + Numbers.count(places, "place")));
  }

  private static Phrase group(List<Phrase> titles, Severity severity) {
    String together = titles.size() == 1 ? "" : Numbers.all(titles.size()) + " ";
    return Phrase.and(titles).then(" (" + together + severity.word() + ")");
  }

  private String more(List<String> left) {
    if (left.isEmpty()) {
      return "";
    }
    String where = listed.containsAll(left) ? " more listed below" : " more below them";
    return ", with " + Numbers.small(left.size()) + where;
  }
}
