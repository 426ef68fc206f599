package dev.countersign.report.full;

import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.obligation.Obligation;
import dev.countersign.assess.supply.Demand;
import dev.countersign.report.Audience;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What those find in the summary who build nothing: policy readers what is not met, buyers what to
 * ask of suppliers, both the days that come first.
 */
public final class Concerns {
  private static final int DAYS = 3;

  /** What needs work, in the order in which a policy reader wants it. */
  private static final List<Obligation.State> UNMET =
      List.of(Obligation.State.OPEN, Obligation.State.NOT_KNOWN, Obligation.State.PLANNED);

  private final Page page;

  Concerns(Page page) {
    this.page = page;
  }

  /**
   * One of them.
   *
   * @param section where it is told at length
   * @param subject what it is about
   * @param text how that stands
   */
  public record Concern(Section section, String subject, String text) {}

  /** The heading over them. */
  public String title() {
    return page.report().audience() == Audience.POLICY ? "What is not met" : "What to ask for";
  }

  /** The gravest first, then the days. */
  public List<Concern> all() {
    List<Concern> concerns = new ArrayList<>();
    if (page.has(Section.OBLIGATIONS)) {
      page.obligations().stream()
          .filter(framework -> !framework.obligations().isEmpty())
          .forEach(framework -> concerns.add(framework(framework)));
    }
    if (page.has(Section.SUPPLY)) {
      concerns.addAll(supplies(page.supply()));
    }
    days().forEach(concerns::add);
    return concerns;
  }

  private static Concern framework(FrameworkView framework) {
    List<String> parts =
        UNMET.stream()
            .filter(state -> framework.count(state) > 0)
            .map(state -> framework.count(state) + " " + state.word())
            .toList();
    return new Concern(
        Section.OBLIGATIONS,
        framework.framework().title(),
        (parts.isEmpty() ? "nothing unmet" : String.join(", ", parts))
            + " of "
            + framework.obligations().size());
  }

  private static List<Concern> supplies(SupplyView supply) {
    Stream<Concern> items = supply.items().stream().map(Concerns::supply);
    Stream<Concern> unstated =
        supply.unstated().isEmpty()
            ? Stream.of()
            : Stream.of(
                new Concern(
                    Section.SUPPLY,
                    Words.and(supply.unstated()),
                    "nobody has said whether others supply "
                        + (supply.unstated().size() == 1 ? "it" : "them")));
    return Stream.concat(items, unstated).toList();
  }

  private static Concern supply(SupplyView.Item item) {
    long open = item.supplied().demands().stream().filter(Concerns::toAsk).count();
    return new Concern(
        Section.SUPPLY,
        item.supplied().element().id()
            + item.supplied().supplier().map(by -> " from " + by).orElse(", supplier not named"),
        Words.count(open, "demand")
            + " to make; brings "
            + Words.count(item.threats().size(), "threat"));
  }

  private static boolean toAsk(Demand demand) {
    return demand.state() == Demand.State.TO_DEMAND || demand.state() == Demand.State.TERMS;
  }

  private Stream<Concern> days() {
    Calendar calendar = page.calendar();
    return Stream.concat(calendar.passed().stream(), calendar.coming().stream())
        .limit(DAYS)
        .map(deadline -> day(deadline, calendar));
  }

  private static Concern day(Deadline deadline, Calendar calendar) {
    return new Concern(
        Section.CALENDAR,
        deadline.day().toString(),
        calendar.distance(deadline) + ": " + deadline.text());
  }
}
