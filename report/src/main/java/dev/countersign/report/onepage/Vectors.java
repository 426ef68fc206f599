package dev.countersign.report.onepage;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
import dev.countersign.knowledge.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the attacks of a stage, the gravest first. */
final class Vectors {
  private final int most;

  Vectors(int most) {
    this.most = most;
  }

  /**
   * One sentence.
   *
   * @param threats by rank, at least one
   * @param unknown how many unknown facts may add threats
   */
  Phrase of(List<AssessedThreat> threats, long unknown) {
    Map<String, Severity> gravest = new LinkedHashMap<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (AssessedThreat assessed : threats) {
      Threat threat = assessed.threat();
      gravest.putIfAbsent(threat.family().title(), threat.rank().severity());
      places.merge(threat.family().title(), 1, Integer::sum);
    }
    return groups(threats.getFirst().threat().family().stage(), gravest, places)
        .then(more(gravest.size() - most))
        .then(unknown(unknown))
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

  /** How many kinds of attack are not named. */
  int left(List<AssessedThreat> threats) {
    long kinds = threats.stream().map(t -> t.threat().family().title()).distinct().count();
    return (int) Math.max(0, kinds - most);
  }

  private Phrase groups(Stage stage, Map<String, Severity> gravest, Map<String, Integer> places) {
    Map<Severity, List<Phrase>> bySeverity = new EnumMap<>(Severity.class);
    gravest.entrySet().stream()
        .limit(most)
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

  private static String more(int left) {
    return left <= 0 ? "" : ", with " + Numbers.small(left) + " more below them";
  }

  private static String unknown(long facts) {
    return facts == 0
        ? ""
        : "; "
            + Numbers.count(facts, "fact")
            + (facts == 1 ? " is" : " are")
            + " unknown and may add to this";
  }
}
