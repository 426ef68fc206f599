package dev.countersign.report.full;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.assess.loss.ThreatLoss;
import dev.countersign.knowledge.Harm;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.model.FactValue;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the system decides, what a wrong decision does, and what a year may cost. */
public final class Decisions {
  private static final int SAVINGS = 10;

  private final Page page;

  Decisions(Page page) {
    this.page = page;
  }

  /**
   * A decision.
   *
   * @param id of the element
   * @param facts what is stated about it, by name, in the order of the language
   * @param unstated names of facts that nobody has stated
   * @param threats those that can reach it, by rank
   */
  public record Decision(
      String id, List<Map.Entry<String, String>> facts, List<String> unstated, List<Line> threats) {
    public Decision {
      facts = List.copyOf(facts);
      unstated = List.copyOf(unstated);
      threats = List.copyOf(threats);
    }
  }

  /** What a control would save. */
  public record Saving(String control, List<Line> threats, String saves) {
    public Saving {
      threats = List.copyOf(threats);
    }
  }

  private static final List<Map.Entry<String, String>> KEYS =
      List.of(
          Map.entry("by", "Decided by"),
          Map.entry("automation", "Automation"),
          Map.entry("volume", "Volume"),
          Map.entry("reversible", "Can be undone"),
          Map.entry("if-wrong.financial", "A wrong one costs"),
          Map.entry("if-wrong.harm", "Other harm"),
          Map.entry("affects", "Affects"));

  /** The decisions, by id. */
  public List<Decision> all() {
    return page.assessment().system().elements(ElementKind.DECISION).map(this::decision).toList();
  }

  private Decision decision(Element element) {
    return new Decision(
        element.id(),
        KEYS.stream()
            .flatMap(key ->
                fact(element, key.getKey()).map(it -> Map.entry(key.getValue(), it)).stream())
            .toList(),
        KEYS.stream()
            .filter(key -> element.value(key.getKey()).isEmpty())
            .map(Map.Entry::getValue)
            .toList(),
        page.lines(
            page.assessment().threats().stream()
                .filter(threat -> threat.threat().decisions().contains(element.id()))
                .toList()));
  }

  private static Optional<String> fact(Element element, String key) {
    Optional<String> value = Facts.of(element, key);
    return key.equals("if-wrong.financial")
        ? value.map(amount ->
            amount + Facts.of(element, "if-wrong.per").map(per -> " per " + per).orElse(""))
        : value;
  }

  /** The annual losses. */
  public Losses losses() {
    return page.assessment().losses();
  }

  /** Why nothing has an amount, sentences, and what would give one where that is known. */
  public List<String> whyOrdinal() {
    List<String> sentences =
        new ArrayList<>(
            List.of(
                "No threat can be priced: the ranks order threats, they do not predict losses."));
    if (page.assessment().threats().isEmpty()) {
      return List.of("No threat derives, so there is nothing to price.");
    }
    if (page.assessment().threats().stream().anyMatch(this::lacksAmount)) {
      sentences.add(
          "To get amounts, state if-wrong.financial and volume of "
              + Words.and(losses().missing())
              + ".");
    }
    return sentences;
  }

  /** Whether it makes decisions wrong and one of them gives no amount. */
  private boolean lacksAmount(AssessedThreat threat) {
    return threat.threat().family().harm() != Harm.CONFIDENTIALITY
        && threat.threat().decisions().stream().anyMatch(losses().missing()::contains);
  }

  /** How much of the sum somebody has accepted. */
  public String accepted() {
    if (!losses().accepted().isEmpty()) {
      return ranges(losses().accepted()) + " a year";
    }
    long accepted = page.checked().count(Answer.State.ACCEPTED);
    return accepted == 0
        ? "none"
        : "not priced ("
            + Words.count(accepted, "accepted threat")
            + (accepted == 1 ? " has no amount)" : " have no amount)");
  }

  /** Threats that reach decisions in several currencies and are priced in one, a sentence each. */
  public List<String> caveats() {
    return losses().threats().values().stream()
        .flatMap(loss ->
            page.checked().threat(loss.threat()).stream()
                .flatMap(threat -> caveat(loss, threat.threat().decisions()).stream()))
        .toList();
  }

  private Optional<String> caveat(ThreatLoss loss, List<String> reached) {
    List<String> others =
        reached.stream()
            .flatMap(id -> page.assessment().system().element(id).stream())
            .flatMap(decision -> otherCurrency(decision, loss.range().currency()).stream())
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            loss.threat()
                + " is priced through "
                + loss.decision()
                + " only: "
                + Words.and(others)
                + ".");
  }

  private static Optional<String> otherCurrency(Element decision, String currency) {
    return decision
        .value("if-wrong.financial")
        .filter(FactValue.Money.class::isInstance)
        .map(value -> ((FactValue.Money) value).currency())
        .filter(other -> !other.equals(currency))
        .map(other -> decision.id() + " is in " + other);
  }

  /** Ranges in words. */
  public String ranges(List<LossRange> ranges) {
    return Words.and(ranges.stream().map(Amounts::rangeAndMedian).toList());
  }

  /** What controls that are not proven could save, the most first. */
  public List<Saving> savings() {
    return losses().savings().stream()
        .limit(SAVINGS)
        .map(saving ->
            new Saving(
                saving.control(),
                page.linesOf(saving.threats()),
                Amounts.rangeAndMedian(saving.saves())))
        .toList();
  }
}
