package dev.countersign.cli.inspect;

import dev.countersign.cli.model.VerdictText;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was found, for people: the worst first, each thing once with the places where it is. */
public final class InspectText {
  private static final int INDENT = 2;
  private static final int INSIDE = 4;
  private static final int HANG = 14;
  private static final int FACTS = 24;
  private static final int FEW = 4;

  private final Page page;
  private final boolean all;

  private InspectText(Terminal terminal, boolean all) {
    this.page = new Page(terminal);
    this.all = all;
  }

  /**
   * The text.
   *
   * @param all whether to tell of clean files, notes, every place and what models say of themselves
   * @param quiet whether to leave only what is worse than clean, without advice
   */
  public static String of(Results results, Terminal terminal, boolean all, boolean quiet) {
    InspectText text = new InspectText(terminal, all);
    results.files().stream()
        .filter(file -> text.isTold(file, results))
        .forEach(file -> text.file(file, quiet));
    if (!quiet) {
      text.summary(results);
    }
    return text.page.toString();
  }

  private boolean isTold(Inspected file, Results results) {
    return file.verdict() != Verdict.CLEAN || all || results.files().size() == 1;
  }

  private void file(Inspected file, boolean quiet) {
    page.line(
        0,
        HANG,
        Line.of(style(file.verdict()), file.verdict().toString().toUpperCase(Locale.ROOT))
            .add(" ")
            .add(Style.STRONG, file.path())
            .add("  ")
            .add(Style.FAINT, about(file)));
    Map<Rule, List<Finding>> byRule = new LinkedHashMap<>();
    file.findings().stream()
        .filter(finding -> all || finding.rule().verdict() != Verdict.CLEAN)
        .forEach(found -> byRule.computeIfAbsent(found.rule(), _ -> new ArrayList<>()).add(found));
    byRule.forEach((rule, findings) -> finding(rule, findings, quiet));
    if (file.omitted() > 0) {
      page.line(
          INDENT, Line.of("and %,d findings more of the same kinds".formatted(file.omitted())));
    }
    if (!quiet && (all || file.verdict() == Verdict.CLEAN)) {
      facts(file);
    }
    if (!quiet) {
      page.blank();
    }
  }

  private static String about(Inspected file) {
    String what = file.recognised() ? String.join(", ", file.formats()) : "no known format";
    String inside =
        switch (file.members()) {
          case 0 -> "";
          case 1 -> ", one member inside";
          default -> ", %,d members inside".formatted(file.members());
        };
    return what + ", " + VerdictText.size(file.size()) + inside;
  }

  private void finding(Rule rule, List<Finding> findings, boolean quiet) {
    page.line(INDENT, INSIDE, Line.of(style(rule.verdict()), rule.id()).gap().add(rule.title()));
    int shown = all ? findings.size() : Math.min(FEW, findings.size());
    findings.subList(0, shown).forEach(this::place);
    if (shown < findings.size()) {
      page.line(
          INSIDE,
          Line.of(Style.FAINT, "and at %,d places more".formatted(findings.size() - shown)));
    }
    if (quiet) {
      return;
    }
    entry("at load", rule.atLoad());
    entry("do", rule.fix());
    if (!rule.references().isEmpty()) {
      entry("see", String.join(", ", rule.references()));
    }
  }

  private void place(Finding finding) {
    String where = where(finding);
    Line line = where.isEmpty() ? Line.of() : Line.of(Style.FAINT, where + ": ");
    page.line(INSIDE, INSIDE + 2, line.add(Style.NAME, finding.subject()));
  }

  private static String where(Finding finding) {
    List<String> parts = new ArrayList<>();
    if (!finding.member().isEmpty()) {
      parts.add(finding.member().substring(1));
    }
    finding.offset().ifPresent(offset -> parts.add("byte %,d".formatted(offset)));
    return String.join(", ", parts);
  }

  private void facts(Inspected file) {
    new TreeMap<>(file.facts()).forEach((fact, value) -> fact(fact.toString(), value));
    file.sha256().ifPresent(digest -> fact("sha256", digest));
  }

  private void fact(String label, String text) {
    page.labelled(INSIDE, Line.of(Style.FAINT, label), FACTS, Line.of(text));
  }

  private void entry(String label, String text) {
    page.labelled(INSIDE, Line.of(Style.FAINT, label), HANG, Line.of(text));
  }

  private void summary(Results results) {
    List<String> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = results.count(verdict);
      if (count > 0) {
        counts.addFirst("%,d %s".formatted(count, verdict));
      }
    }
    long models = results.files().size() - results.others();
    String said =
        models == 0
            ? "No model artefact was found."
            : "%,d model artefact%s: %s."
                .formatted(models, models == 1 ? "" : "s", String.join(", ", counts));
    Line line = Line.of(style(results.verdict()), said);
    page.line(
        results.others() == 0
            ? line
            : line.add(
                " %,d other file%s of no known model format."
                    .formatted(results.others(), results.others() == 1 ? "" : "s")));
    results.limits().stream()
        .limit(all ? Long.MAX_VALUE : FEW)
        .forEach(limit -> page.line(Line.of(Style.WARN, limit)));
    if (!all && results.limits().size() > FEW) {
      page.line(
          "and %,d more that were not looked at (--all)".formatted(results.limits().size() - FEW));
    }
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> Style.GOOD;
      case ERROR, SUSPICIOUS -> Style.WARN;
      case MALICIOUS -> Style.BAD;
    };
  }
}
