package dev.countersign.report.onepage;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Severity;
import dev.countersign.derive.Threat;
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
    return Phrase.of(opening(gravest.size()))
        .then(groups(gravest, places))
        .then(more(gravest.size() - most))
        .then(unknown(unknown))
        .then(".");
  }

  private static String opening(int kinds) {
    return kinds == 1 ? "The attack to expect is " : "Of highest priority ";
  }

  private Phrase groups(Map<String, Severity> gravest, Map<String, Integer> places) {
    Map<Severity, List<Phrase>> bySeverity = new EnumMap<>(Severity.class);
    gravest.entrySet().stream()
        .limit(most)
        .forEach(entry ->
            bySeverity
                .computeIfAbsent(entry.getValue(), _ -> new ArrayList<>())
                .add(title(entry.getKey(), places.getOrDefault(entry.getKey(), 1))));
    List<Severity> order = new ArrayList<>(bySeverity.keySet()).reversed();
    List<Phrase> first = bySeverity.getOrDefault(order.getFirst(), List.of());
    Phrase sentence = Phrase.of(gravest.size() == 1 ? "" : first.size() == 1 ? "is " : "are ");
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
        Nouns.within(title) + (places == 1 ? "" : " in " + Numbers.count(places, "place")));
  }

  private static Phrase group(List<Phrase> titles, Severity severity) {
    String together = titles.size() == 1 ? "" : Numbers.all(titles.size()) + " ";
    return Phrase.and(titles).then(" (" + together).then(Phrase.strong(severity.word())).then(")");
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
