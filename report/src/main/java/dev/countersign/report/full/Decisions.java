package dev.countersign.report.full;

import dev.countersign.assess.loss.LossRange;
import dev.countersign.assess.loss.Losses;
import dev.countersign.model.Element;
import dev.countersign.model.ElementKind;
import dev.countersign.report.words.Amounts;
import dev.countersign.report.words.Words;
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
