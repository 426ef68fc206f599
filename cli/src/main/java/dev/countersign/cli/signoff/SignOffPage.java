package dev.countersign.cli.signoff;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.Finding;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.signoff.Item;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.StaleCause;
import dev.countersign.assess.signoff.Standing;
import dev.countersign.assess.signoff.ToSign;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.report.words.AnswerWords;
import dev.countersign.report.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is about to be signed, in short: enough to say yes or no. */
public final class SignOffPage {
  private static final int INDENT = 2;
  private static final int TEXT = 11;
  private static final int MOST = 12;

  private final Page page;
  private final Checked checked;
  private final ToSign what;

  private SignOffPage(Page page, Checked checked, ToSign what) {
    this.page = page;
    this.checked = checked;
    this.what = what;
  }

  /** The page. */
  public static String of(Checked checked, Role role, ToSign what, Terminal terminal) {
    SignOffPage text = new SignOffPage(new Page(terminal), checked, what);
    text.write(role);
    return text.page.toString();
  }

  private void write(Role role) {
    head(role);
    changes();
    for (Answer.State state :
        List.of(
            Answer.State.OPEN,
            Answer.State.UNPROVEN,
            Answer.State.ACCEPTED,
            Answer.State.PLANNED,
            Answer.State.CONTROLLED)) {
      threats(state);
    }
    others(Item.Kind.QUESTION, "QUESTIONS LEFT OPEN");
    others(Item.Kind.ASSUMPTION, "ASSUMPTIONS");
    failing();
  }

  private void head(Role role) {
    Assessment assessment = checked.assessment();
    boolean pass = what.verdict() == Verdict.PASS;
    page.line(
        Line.of()
            .whole(
                pass ? Style.GOOD : Style.BAD, what.verdict().word().toUpperCase(Locale.ROOT) + " ")
            .add(" ")
            .add(Style.STRONG, checked.id())
            .gap()
            .add("to be signed as " + SignOff.title(role)));
    page.line(6, Line.of(Style.FAINT, assessment.system().info().purpose()));
    page.line(6, Line.of(Style.FAINT, assessment.system().file() + ", as of " + assessment.asOf()));
    page.blank()
        .line(
            Line.of(Style.STRONG, "SIGNS")
                .gap()
                .add(counted(what.items()))
                .add(
                    what.stands().isEmpty()
                        ? ""
                        : "; " + what.stands().size() + " stand by earlier signatures"));
  }

  private static String counted(List<Item> items) {
    Map<Item.Kind, Long> counts =
        items.stream().collect(Collectors.groupingBy(Item::kind, Collectors.counting()));
    List<String> parts =
        List.of(Item.Kind.values()).stream()
            .filter(counts::containsKey)
            .map(kind ->
                Words.count(
                    Optional.ofNullable(counts.get(kind)).orElse(0L).intValue(), kind.word()))
            .toList();
    return parts.isEmpty() ? "nothing" : Words.and(parts);
  }

  /** Why earlier signatures no longer cover what is signed now. */
  private void changes() {
    Map<StaleCause, Set<String>> byCause = new LinkedHashMap<>();
    for (Standing standing : what.gone()) {
      standing
          .causes()
          .forEach(cause ->
              byCause.computeIfAbsent(cause, _ -> new TreeSet<>()).add(standing.item().id()));
    }
    if (byCause.isEmpty()) {
      return;
    }
    page.blank().line(Line.of(Style.STRONG, "CHANGED SINCE THE LAST SIGNATURE"));
    byCause.forEach((cause, items) -> {
      page.line(INDENT, INDENT + 2, Line.of(cause.text()));
      page.line(INDENT + 2, Line.of(Style.FAINT, "voids " + String.join(", ", items)));
    });
  }

  private void threats(Answer.State state) {
    Set<String> ids =
        what.items().stream()
            .filter(item -> item.kind() == Item.Kind.THREAT)
            .map(Item::id)
            .collect(Collectors.toSet());
    List<AssessedThreat> threats =
        checked.assessment().threats().stream()
            .filter(assessed -> ids.contains(assessed.threat().id()))
            .filter(assessed -> assessed.answer().state() == state)
            .toList();
    if (threats.isEmpty()) {
      return;
    }
    section(state.word().toUpperCase(Locale.ROOT), threats.size());
    threats.stream().limit(MOST).forEach(this::threat);
    rest(threats.size());
  }

  private void threat(AssessedThreat assessed) {
    Line label = Line.of(assessed.threat().rank().severity().word());
    Line line = Line.of(Style.NAME, assessed.threat().id());
    assessed.answer().resolution().ifPresent(answer -> line.gap().add(AnswerWords.says(answer)));
    assessed.answer().why().ifPresent(why -> line.gap().add(Style.WARN, why));
    page.labelled(INDENT, label, TEXT, line);
  }

  private void others(Item.Kind kind, String heading) {
    List<String> ids =
        what.items().stream().filter(item -> item.kind() == kind).map(Item::id).toList();
    if (!ids.isEmpty()) {
      section(heading, ids.size());
      page.line(INDENT, Line.of(String.join(", ", ids.stream().limit(MOST).toList())));
      rest(ids.size());
    }
  }

  private void failing() {
    if (!what.failing().isEmpty()) {
      section("FAILS THE GATE", what.failing().size());
      what.failing().stream().limit(MOST).map(Finding::message).forEach(this::failing);
      rest(what.failing().size());
    }
  }

  private void failing(String message) {
    page.line(INDENT, INDENT + 2, Line.of(message));
  }

  private void section(String heading, int count) {
    page.blank()
        .line(Line.of(Style.STRONG, heading).gap().add(Style.FAINT, Integer.toString(count)));
  }

  private void rest(int count) {
    if (count > MOST) {
      page.line(
          INDENT, Line.of(Style.FAINT, "and " + (count - MOST) + " more: countersign check --all"));
    }
  }
}
