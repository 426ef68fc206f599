package dev.countersign.assess.maturity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How mature the practice around a tree of systems is: the level that all of them have reached.
 *
 * @param asOf the day of the verdict
 * @param systems in the order given, at least one
 */
public record Maturity(LocalDate asOf, List<SystemMaturity> systems) {
  public Maturity {
    systems = List.copyOf(systems);
  }

  /**
   * Judges the practice around systems that were checked on one day.
   *
   * @param practices at least one
   */
  public static Maturity of(List<Practice> practices) {
    return new Maturity(
        practices.getFirst().assessment().asOf(),
        practices.stream().map(SystemMaturity::of).toList());
  }

  /** The level of the lowest system; empty where one has not reached any. */
  public Optional<Level> level() {
    return systems.stream()
        .map(SystemMaturity::level)
        .min(Comparator.comparingInt(level -> level.map(Level::ordinal).orElse(-1)))
        .flatMap(lowest -> lowest);
  }

  /** The level to go for; empty at the highest. */
  public Optional<Level> next() {
    return level().map(Level::next).orElse(Optional.of(Level.FOUNDATIONAL));
  }

  /** What is missing for the next level, what is quickest first: the shortest way there. */
  public List<Gap> way() {
    return next().stream()
        .flatMap(
            next -> gaps().filter(gap -> gap.criterion().level() == next && !gap.where().isEmpty()))
        .sorted(Comparator.comparing(gap -> gap.criterion().work()))
        .toList();
  }

  /** Every criterion with the systems that do not meet it, lower levels first. */
  public Stream<Gap> gaps() {
    return Criteria.ALL.stream().map(this::gap);
  }

  private Gap gap(Criterion criterion) {
    List<Gap.In> where =
        systems.stream()
            .flatMap(system ->
                system.judged().stream()
                    .filter(judged -> judged.criterion().equals(criterion))
                    .filter(judged -> !judged.seen().met())
                    .map(judged -> new Gap.In(system.system(), judged.seen())))
            .toList();
    return new Gap(criterion, where);
  }
}
