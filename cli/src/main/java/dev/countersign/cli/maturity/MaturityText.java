package dev.countersign.cli.maturity;

import dev.countersign.assess.maturity.Criterion;
import dev.countersign.assess.maturity.Gap;
import dev.countersign.assess.maturity.Judged;
import dev.countersign.assess.maturity.Level;
import dev.countersign.assess.maturity.Maturity;
import dev.countersign.assess.maturity.Seen;
import dev.countersign.assess.maturity.SystemMaturity;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Maturity for people: the level, the shortest way to the next, and every criterion. */
public final class MaturityText {
  private static final int INDENT = 2;
  private static final int TEXT = 5;
  private static final int MARK = 10;
  private static final int ID = 31;
  private static final int SYSTEMS = 5;

  private final Page page;
  private final Maturity maturity;

  private MaturityText(Page page, Maturity maturity) {
    this.page = page;
    this.maturity = maturity;
  }

  /** The text, folded to the terminal; every line ends with a line feed. */
  public static String of(Maturity maturity, Terminal terminal) {
    Page page = new Page(terminal);
    new MaturityText(page, maturity).write();
    return page.toString();
  }

  private void write() {
    head();
    maturity.next().ifPresent(this::way);
    for (Level level : Level.values()) {
      level(level);
    }
    page.blank();
    page.line(
        Line.of(
            Style.FAINT,
            "Computed from files, evidence and dates; nobody was asked. How each is verified:"
                + " docs/maturity.md."));
  }

  private void head() {
    List<SystemMaturity> systems = maturity.systems();
    String what = systems.size() == 1 ? systems.getFirst().system().id() : count(systems);
    page.line(
        Line.of(maturity.level().isPresent() ? Style.GOOD : Style.WARN, stamp(maturity.level()))
            .gap()
            .add(Style.STRONG, what)
            .add(Style.FAINT, ", as of " + maturity.asOf()));
    String meaning =
        maturity.level().map(Level::meaning).orElse("No level is reached; the first is the next.");
    page.line(INDENT, Line.of(Style.FAINT, meaning));
    if (systems.size() > 1) {
      page.blank();
      systems.forEach(this::system);
    }
  }

  private static String count(List<SystemMaturity> systems) {
    return systems.size() + " systems, of which the lowest decides";
  }

  private static String stamp(Optional<Level> level) {
    return level.map(Level::word).orElse("none").toUpperCase(Locale.ROOT);
  }

  private void system(SystemMaturity system) {
    Optional<Level> level = system.level();
    Optional<Level> next = level.map(Level::next).orElse(Optional.of(Level.FOUNDATIONAL));
    String lacks =
        next.map(it ->
                "; "
                    + system.missing(it)
                    + " of "
                    + system.wanted(it)
                    + " missing for "
                    + it.word())
            .orElse("");
    page.labelled(
        INDENT,
        Line.of(Style.NAME, system.system().id()),
        ID,
        Line.of(level.map(Level::word).orElse("none")).add(Style.FAINT, lacks));
  }

  private void way(Level next) {
    List<Gap> way = maturity.way();
    page.blank()
        .line(
            Line.of(Style.STRONG, "THE WAY TO " + next.word().toUpperCase(Locale.ROOT))
                .gap()
                .add(
                    Style.FAINT,
                    way.size() == 1 ? "1 step" : way.size() + " steps, the quickest first"));
    int number = 1;
    for (Gap gap : way) {
      step(number++, gap);
    }
  }

  private void step(int number, Gap gap) {
    page.labelledEnds(
        INDENT,
        Line.of(Style.STRONG, "" + number),
        TEXT,
        Line.of(Style.STRONG, gap.criterion().title()),
        Line.of(Style.FAINT, gap.criterion().work().word()));
    List<List<Gap.In>> alike = alike(gap.where());
    for (List<Gap.In> same : alike.subList(0, Math.min(SYSTEMS, alike.size()))) {
      seen(same);
    }
    if (alike.size() > SYSTEMS) {
      page.line(TEXT, Line.of(Style.FAINT, "and " + (alike.size() - SYSTEMS) + " more systems"));
    }
  }

  /** Systems of which the same can be said, together. */
  private static List<List<Gap.In>> alike(List<Gap.In> where) {
    List<List<Gap.In>> groups = new ArrayList<>();
    for (Gap.In in : where) {
      groups.stream()
          .filter(group -> group.getFirst().seen().equals(in.seen()))
          .findFirst()
          .ifPresentOrElse(group -> group.add(in), () -> groups.add(new ArrayList<>(List.of(in))));
    }
    return groups;
  }

  private void seen(List<Gap.In> same) {
    Seen seen = same.getFirst().seen();
    Line what = Line.of();
    if (maturity.systems().size() > 1) {
      what.add(Style.NAME, names(same)).add(Style.FAINT, ": ");
    }
    page.line(TEXT, what.add(seen.what()));
    page.line(TEXT, Line.of(seen.next()));
    seen.add().forEach(line -> page.verbatim(TEXT + 2, Style.NAME, line));
  }

  private String names(List<Gap.In> same) {
    return same.size() == maturity.systems().size()
        ? "all"
        : Words.and(same.stream().map(in -> in.system().id()).toList());
  }

  private void level(Level level) {
    page.blank()
        .line(
            Line.of(Style.STRONG, level.word().toUpperCase(Locale.ROOT))
                .gap()
                .add(Style.FAINT, level.meaning()));
    maturity.gaps().filter(gap -> gap.criterion().level() == level).forEach(this::criterion);
  }

  private void criterion(Gap gap) {
    boolean met = gap.where().isEmpty();
    page.labelled(
        INDENT,
        Line.of(met ? Style.GOOD : Style.WARN, met ? "met" : "missing"),
        MARK,
        Line.of(gap.criterion().title()).add(Style.FAINT, " " + detail(gap)));
  }

  /** What was seen, where there is one system, otherwise where it is missing. */
  private String detail(Gap gap) {
    if (maturity.systems().size() == 1) {
      return seen(gap.criterion());
    }
    if (gap.where().isEmpty()) {
      return "";
    }
    boolean everywhere = gap.where().size() == maturity.systems().size();
    return "Missing in " + (everywhere ? "all" : names(gap.where())) + ".";
  }

  private String seen(Criterion criterion) {
    return maturity.systems().getFirst().judged().stream()
        .filter(judged -> judged.criterion().equals(criterion))
        .map(Judged::seen)
        .map(Seen::what)
        .findFirst()
        .orElse("");
  }
}
