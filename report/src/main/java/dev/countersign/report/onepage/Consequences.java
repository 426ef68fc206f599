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

  /** That some decisions find no room; empty if all do. */
  String note() {
    return left() == 0
        ? ""
        : budget.decisions() + " of " + decisions().size() + " decisions, the gravest first";
  }

  private List<Element> decisions() {
    return subject.elements(ElementKind.DECISION).stream().sorted(Gravity.GRAVEST_FIRST).toList();
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
    if (gains.isEmpty()) {
      return List.of();
    }
    int left = gains.size() - budget.names();
    List<Phrase> shown = new ArrayList<>(gains.subList(0, Math.min(gains.size(), budget.names())));
    if (left > 0) {
      shown.add(Phrase.of(Numbers.small(left) + (left == 1 ? " other" : " others")));
    }
    return List.of(Phrase.and(shown).capitalised().then(" could gain from an attack."));
  }

  private List<Phrase> losses() {
    Losses losses = subject.assessment().losses();
    if (losses.system().isEmpty()) {
      return notEstimated(losses);
    }
    String priced =
        priced(losses.threats().size(), subject.assessment().threats().size())
            + Words.and(losses.system().stream().map(Consequences::range).toList());
    return List.of(
        Phrase.of(priced + accepted(losses.accepted()) + ".").then(unpriced(losses.missing())));
  }

  /** The start of a sentence that ends with an amount. */
  static String priced(int priced, int all) {
    String which =
        priced < all
            ? priced + " of " + Words.count(all, "threat")
            : switch (all) {
              case 1 -> "the one threat";
              case 2 -> "both threats";
              default -> "all " + all + " threats";
            };
    return "By simulation, "
        + which
        + " can be priced; as answered today "
        + (priced == 1 ? "it costs " : "they cost ");
  }

  /** Why amounts that the file gives come to nothing; where it gives none, that is said above. */
  private List<Phrase> notEstimated(Losses losses) {
    boolean given =
        subject.elements(ElementKind.DECISION).stream()
            .anyMatch(decision -> decision.value("if-wrong.financial").isPresent());
    if (!given || losses.unpriced().isEmpty()) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    boolean only = losses.unpriced().size() == 1;
    losses.unpriced().forEach((why, threats) -> reasons.add(reason(why, threats.size(), only)));
    return List.of(Phrase.of("Losses are not estimated: " + String.join("; ", reasons) + "."));
  }

  /** The reason for one threat, "It …", as a clause about that many. */
  static String reason(String why, int threats, boolean only) {
    String each =
        threats == 1
            ? (only ? "the one threat" : "one threat")
            : "each of " + (only ? "the " : "") + Numbers.count(threats, "threat");
    String clause = why.replaceAll("\\.$", "");
    return clause.startsWith("It ")
        ? each + clause.substring("It".length())
        : "for " + each + " " + Nouns.within(clause);
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
