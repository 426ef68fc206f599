package dev.countersign.report.onepage;

import dev.countersign.assess.Answer;
import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.derive.Threat;
import dev.countersign.model.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not settled: threats without an answer that holds, plans, accepted risks. */
final class Standing {
  private final Subject subject;
  private final Budget budget;

  Standing(Subject subject, Budget budget) {
    this.subject = subject;
    this.budget = budget;
  }

  /** Threats that are open, or claimed to be controlled without proof. */
  Listing open() {
    List<AssessedThreat> open = unsettled();
    return noneAnswered()
        ? listing(open, threat -> title(threat.threat()).then("."))
        : listing(open, this::open);
  }

  /** Whether several are open and the file answers none of them: that is said once. */
  boolean noneAnswered() {
    List<AssessedThreat> open = unsettled();
    return open.size() > 1
        && open.stream().allMatch(threat -> threat.answer().resolution().isEmpty());
  }

  private List<AssessedThreat> unsettled() {
    return subject.assessment().threats().stream()
        .filter(threat -> isOpen(threat.answer().state()))
        .toList();
  }

  /** Threats for which a control is coming. */
  Listing planned() {
    return listing(subject.threats(State.PLANNED), this::planned);
  }

  /** Threats that somebody has agreed to live with. */
  Listing accepted() {
    return listing(subject.threats(State.ACCEPTED), this::accepted);
  }

  /** Titles of the attacks that the lists name. */
  Set<String> listed() {
    return titles(budget.items());
  }

  /** Titles of the attacks that the lists name or, where one is too long, count. */
  Set<String> counted() {
    return titles(Integer.MAX_VALUE);
  }

  private Set<String> titles(int most) {
    return Stream.of(unsettled(), subject.threats(State.PLANNED), subject.threats(State.ACCEPTED))
        .flatMap(threats -> threats.stream().limit(most))
        .map(threat -> threat.threat().family().title())
        .collect(Collectors.toSet());
  }

  private static boolean isOpen(State state) {
    return state == State.OPEN || state == State.UNPROVEN;
  }

  private Listing listing(List<AssessedThreat> threats, Function<AssessedThreat, Phrase> line) {
    return new Listing(
        threats.stream().limit(budget.items()).map(line).toList(),
        Math.max(0, threats.size() - budget.items()));
  }

  private Phrase open(AssessedThreat assessed) {
    Answer answer = assessed.answer();
    String why =
        answer
            .why()
            .map(text -> Numbers.days(Clip.to(budget.text(), text)))
            .orElse("Nothing answers it yet.");
    return title(assessed.threat()).then(": ").then(marked(Nouns.within(why)));
  }

  private Phrase planned(AssessedThreat assessed) {
    Resolution.Planned plan = (Resolution.Planned) assessed.answer().resolution().orElseThrow();
    return title(assessed.threat())
        .then(": ")
        .then(Controls.placed(subject, plan.control().orElse("")))
        .then(plan.by().map(day -> " by " + Numbers.day(day)).orElse(""))
        .then(plan.owner().map(owner -> ", owner " + clip(owner)).orElse(""))
        .then(reference(plan.ticket()))
        .then(".");
  }

  private Phrase accepted(AssessedThreat assessed) {
    Resolution.Accepted accepted =
        (Resolution.Accepted) assessed.answer().resolution().orElseThrow();
    return title(assessed.threat())
        .then(": accepted" + accepted.by().map(body -> " by " + clip(body)).orElse(""))
        .then(accepted.until().map(day -> " until " + Numbers.day(day)).orElse(""))
        .then(reference(accepted.record()))
        .then(".");
  }

  private Phrase reference(Optional<String> reference) {
    return reference
        .map(text -> Phrase.of(" (").then(Phrase.id(clip(text))).then(")"))
        .orElse(Phrase.NONE);
  }

  /** The sentence with the controls that it names set as what they are. */
  private Phrase marked(String sentence) {
    Phrase marked = Phrase.NONE;
    String rest = sentence;
    for (String control : subject.assessment().controls().keySet()) {
      int at = rest.indexOf(control);
      if (at >= 0) {
        marked = marked.then(rest.substring(0, at)).then(Phrase.id(control));
        rest = rest.substring(at + control.length());
      }
    }
    return marked.then(rest);
  }

  private String clip(String text) {
    return Clip.to(budget.text(), text);
  }

  /** {@code evasion by crafted input at fraud-gbt}, with how many more it stands for. */
  private static Phrase title(Threat threat) {
    int more = threat.members().size();
    return Phrase.strong(threat.rank().severity().word())
        .then(" " + threat.family().title() + " at ")
        .then(Phrase.id(threat.element().id()))
        .then(more == 0 ? "" : " and " + Numbers.small(more) + " more");
  }

  /**
   * Some lines and how many found no room.
   *
   * @param lines by rank
   */
  record Listing(List<Phrase> lines, int left) {
    Listing {
      lines = List.copyOf(lines);
    }

    /** What is left out, in words; empty if nothing is. */
    Optional<String> leftOut(String one) {
      return left == 0 ? Optional.empty() : Optional.of(Numbers.count(left, one));
    }
  }
}
