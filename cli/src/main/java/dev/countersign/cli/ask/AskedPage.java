package dev.countersign.cli.ask;

import dev.countersign.assess.Checked;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.derive.Question;
import dev.countersign.model.Place;
import dev.countersign.model.Repository;
import dev.countersign.report.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the interview says. */
final class AskedPage {
  private static final int INDENT = 2;
  private static final int NUMBER = 4;
  private static final int ELEMENTS = 8;
  private static final int CHOICES = 24;
  private static final int DECIDES = 6;

  private AskedPage() {}

  static void opening(Page page, Checked system, int most) {
    page.line(
        Line.of(Style.STRONG, "Questions about " + system.id())
            .gap()
            .add(Style.FAINT, "at most " + most + ", those first that decide most"));
    page.line(
        Line.of(
            "Answers are written into the file at the end, beside what is there. Leave out what you"
                + " do not know: a wrong answer hides a threat, a missing one does not."));
  }

  /** Where there is no question to put. */
  static void nothing(Page page, List<Asked> waiting) {
    if (waiting.isEmpty()) {
      page.line("There is nothing to ask: no unknown fact decides anything.");
    } else {
      page.line("There is nothing to ask before more is declared.");
    }
    waiting(page, waiting);
  }

  /** The questions whose answers would name what the file does not declare yet. */
  static void waiting(Page page, List<Asked> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    page.line("To be answered, these need a declaration first:");
    for (Asked asked : waiting.subList(0, Math.min(DECIDES, waiting.size()))) {
      List<String> sections =
          asked.kinds().stream().sorted().map(kind -> kind.section() + ":").toList();
      page.labelled(
          INDENT,
          Line.of(page.terminal().bullet()),
          NUMBER,
          Line.of(asked.group().text(ELEMENTS))
              .gap()
              .add(Style.FAINT, "declare it under " + Words.or(sections)));
    }
    if (waiting.size() > DECIDES) {
      page.line(INDENT, Line.of(Style.FAINT, "and " + (waiting.size() - DECIDES) + " more"));
    }
  }

  static void question(Page page, Asked asked, int number, boolean first) {
    List<String> threats = asked.group().threats();
    page.ends(
        0,
        INDENT,
        Line.of(Style.STRONG, "Question " + number),
        Line.of(Style.FAINT, "decides " + Words.count(threats.size(), "threat")));
    page.line(INDENT, Line.of(Style.STRONG, asked.group().text(ELEMENTS)));
    page.line(INDENT, Line.of(Style.FAINT, asked.key().name() + ": " + asked.key().phrase()));
    choices(page, asked);
    page.line(INDENT, Line.of(Style.FAINT, how(asked)));
    if (first) {
      page.line(INDENT, Line.of(Style.FAINT, "Enter skips, b goes back, q stops, ? says more."));
    }
  }

  private static void choices(Page page, Asked asked) {
    List<Choice> shown = asked.choices().subList(0, Math.min(CHOICES, asked.choices().size()));
    int width = shown.stream().mapToInt(choice -> choice.word().length()).max().orElse(0);
    int number = 0;
    for (Choice choice : shown) {
      number++;
      Line label = Line.of("" + number).gap().add(Style.NAME, choice.word());
      int indent = number < 10 ? NUMBER + 1 : NUMBER;
      page.labelled(indent, label, NUMBER + width + 6, Line.of(Style.FAINT, choice.meaning()));
    }
    if (asked.choices().size() > CHOICES) {
      int more = asked.choices().size() - CHOICES;
      page.line(NUMBER, Line.of(Style.FAINT, "and " + more + " more, which have numbers too"));
    }
  }

  private static String how(Asked asked) {
    List<String> ways = new ArrayList<>();
    if (asked.choices().equals(List.of(Choice.NONE))) {
      ways.add("The file declares nothing yet that could be named here.");
    } else if (asked.choices().isEmpty()) {
      ways.add("Answer with " + Words.or(asked.group().questions().getFirst().answers()) + ".");
    } else {
      ways.add(asked.several() ? "One or more, with commas between." : "One of these.");
    }
    if (asked.orNone()) {
      ways.add("Answer none if it is known that there is none.");
    }
    if (asked.aboutSeveral()) {
      ways.add(
          "One answer for all "
              + asked.group().questions().size()
              + "; e asks about each by itself.");
    }
    return String.join(" ", ways);
  }

  static void help(Page page, Asked asked) {
    page.line(INDENT, Line.of(asked.key().meaning()));
    List<String> threats = asked.group().threats();
    List<String> shown = threats.subList(0, Math.min(DECIDES, threats.size()));
    String more = threats.size() > DECIDES ? " and " + (threats.size() - DECIDES) + " more" : "";
    String which = more.isEmpty() ? Words.and(shown) : String.join(", ", shown) + more;
    page.line(INDENT, Line.of("The answer decides " + which + "."));
    page.line(INDENT, Line.of("It belongs to " + Words.and(places(asked)) + "."));
    if (asked.forElements()) {
      page.line(
          INDENT,
          Line.of(
              "Only what the file declares can be named. If somebody or something is missing, stop"
                  + " with q, add it to its section and ask again."));
    }
    page.line(
        INDENT,
        Line.of(
            "Type a word or its number. Enter skips, b goes back to the question before, q stops and"
                + " writes what was answered."));
  }

  private static List<String> places(Asked asked) {
    return asked.group().questions().stream()
        .map(Question::place)
        .limit(DECIDES)
        .collect(Collectors.groupingBy(Place::file))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(file -> file.getKey() + ":" + lines(file.getValue()))
        .toList();
  }

  private static String lines(List<Place> places) {
    return places.stream().map(place -> "" + place.line()).collect(Collectors.joining(", "));
  }

  static void wrong(Page page, String why, String next) {
    String sentence = Character.toUpperCase(why.charAt(0)) + why.substring(1);
    page.line(INDENT, Line.of(Style.WARN, sentence).add(" " + next));
  }

  /** What an answer changed. */
  static void effect(Page page, Checked before, Checked after) {
    Set<String> old = ids(before);
    Set<String> now = ids(after);
    long added = now.stream().filter(id -> !old.contains(id)).count();
    long gone = old.stream().filter(id -> !now.contains(id)).count();
    int questions = after.assessment().questions().size();
    page.line(
        INDENT,
        Line.of(
            Style.FAINT,
            "Noted. "
                + Words.count(now.size(), "threat")
                + (added > 0 ? ", " + added + " new" : "")
                + (gone > 0 ? ", " + gone + " gone" : "")
                + "; "
                + Words.count(questions, "question")
                + " left."));
  }

  private static Set<String> ids(Checked system) {
    Set<String> ids = new HashSet<>();
    system.assessment().threats().forEach(threat -> ids.add(threat.threat().id()));
    return ids;
  }

  static void written(Page page, Turn turn) {
    List<String> names = turn.edit().changes().stream().map(it -> it.name()).toList();
    page.line(
        Line.of(Style.GOOD, "Written:")
            .add(" " + Words.count(turn.answered(), "answer") + " in " + Words.and(names) + "."));
    if (turn.edit().changes().stream().anyMatch(it -> isVersioned(it.file()))) {
      page.line(Line.of(Style.FAINT, "git diff shows it; git checkout -p takes parts of it back."));
    }
  }

  private static boolean isVersioned(Path file) {
    Path root = Repository.rootOf(file.resolveSibling(""));
    return Files.exists(root.resolve(".git"));
  }
}
