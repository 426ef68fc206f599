package dev.countersign.report.diagram.scene;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many threats on each element are open or unproven, and which elements matter most. */
final class Unanswered {
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Integer> gravest = new HashMap<>();

  Unanswered(Assessment assessment) {
    assessment.threats().forEach(this::count);
  }

  private void count(AssessedThreat assessed) {
    Answer.State state = assessed.answer().state();
    boolean wantsWork = state == Answer.State.OPEN || state == Answer.State.UNPROVEN;
    Stream.concat(Stream.of(assessed.threat().element().id()), assessed.threat().members().stream())
        .distinct()
        .forEach(element -> {
          counts.merge(element, wantsWork ? 1L : 0L, Long::sum);
          gravest.merge(element, assessed.threat().rank().position(), Math::min);
        });
  }

  long on(String element) {
    return counts.getOrDefault(element, 0L);
  }

  /** The element with the gravest threat first. */
  Comparator<String> byGravity() {
    return Comparator.<String>comparingInt(id -> gravest.getOrDefault(id, Integer.MAX_VALUE))
        .thenComparing(Comparator.naturalOrder());
  }
}
