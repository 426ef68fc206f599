package dev.countersign.report.onepage;

import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the system decides, who gains when it is wrong, and what that may cost a year. */
final class Consequences {
  private final Subject subject;
  private final Budget budget;

  Consequences(Subject subject, Budget budget) {
    this.subject = subject;
    this.budget = budget;
  }

  /** Paragraphs, the first about decisions. */
  List<Phrase> paragraphs() {
    List<Phrase> paragraphs = new ArrayList<>();
    List<Element> decisions = decisions();
    if (decisions.isEmpty()) {
      paragraphs.add(Phrase.of("The file describes no decision that the output triggers."));
    }
    decisions.stream()
        .limit(budget.decisions())
        .map(DecisionSentences::of)
        .forEach(paragraphs::add);
    gains().forEach(paragraphs::add);
    losses().forEach(paragraphs::add);
    return paragraphs;
  }

  /** How many decisions find no room. */
  int left() {
    return Math.max(0, decisions().size() - budget.decisions());
  }

  /** The order in which the gravest threats reach them, then by id. */
  private List<Element> decisions() {
    List<String> reached =
        subject.assessment().threats().stream()
            .flatMap(threat -> threat.threat().decisions().stream())
            .distinct()
            .toList();
    List<Element> sorted = new ArrayList<>();
    reached.forEach(id -> subject.element(id).ifPresent(sorted::add));
    subject.elements(ElementKind.DECISION).stream()
        .filter(decision -> !sorted.contains(decision))
        .forEach(sorted::add);
    return sorted;
  }

  private List<Phrase> gains() {
    if (!budget.gains()) {
      return List.of();
    }
    Map<String, List<String>> actors = new LinkedHashMap<>();
    for (Element actor : subject.elements(ElementKind.ACTOR)) {
      actor
          .text("gains")
          .ifPresent(gain -> actors.computeIfAbsent(gain, _ -> new ArrayList<>()).add(actor.id()));
    }
    List<Phrase> gains = new ArrayList<>();
    Names names = new Names(subject);
    actors.forEach((gain, ids) ->
        gains.add(
            names.people(ids, budget.names()).then(" (" + Clip.to(budget.text(), gain) + ")")));
    int most = Math.min(gains.size(), budget.names());
    return gains.isEmpty()
        ? List.of()
        : List.of(
            Phrase.and(gains.subList(0, most)).capitalised().then(" could gain from an attack."));
  }

  private List<Phrase> losses() {
    Losses losses = subject.assessment().losses();
    if (losses.system().isEmpty()) {
      return List.of();
    }
    String priced =
        "By simulation, the threats as answered today cost "
            + Words.and(losses.system().stream().map(Consequences::range).toList());
    return List.of(
        Phrase.of(priced + accepted(losses.accepted()) + ".").then(unpriced(losses.missing())));
  }

  private static String range(LossRange range) {
    return amounts(range) + " in nine years of ten, " + median(range) + " in the median year";
  }

  private static String amounts(LossRange range) {
    String low = Amounts.of(range.p5(), range.currency());
    String high = Amounts.of(range.p95(), range.currency());
    if (low.equals(high)) {
      return "about " + high;
    }
    return range.p5() > 0 ? "between " + low + " and " + high : "up to " + high;
  }

  private static String median(LossRange range) {
    return range.p50() > 0 ? Amounts.of(range.p50(), range.currency()) : "nothing";
  }

  private static String accepted(List<LossRange> accepted) {
    return accepted.isEmpty()
        ? ""
        : "; of this, accepted risks cost "
            + Words.and(accepted.stream().map(Consequences::amounts).toList());
  }

  private static Phrase unpriced(List<String> missing) {
    return missing.isEmpty()
        ? Phrase.NONE
        : Phrase.of(" Not in it for want of an amount: ").then(Names.ids(missing)).then(".");
  }
}
