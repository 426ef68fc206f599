package dev.countersign.report.onepage;

import dev.countersign.assess.Answer.State;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.derive.Severity;
import dev.countersign.knowledge.Stage;
import dev.countersign.model.SystemInfo;
import dev.countersign.report.Report;
import dev.countersign.report.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the page within a budget. */
final class PageWriter {
  private static final int DIGEST = "sha256:".length() + 12;
  private final Report report;
  private final Subject subject;
  private final Budget budget;
  private final Standing standing;
  private final Consequences consequences;

  private PageWriter(Report report, Budget budget) {
    this.report = report;
    this.subject = new Subject(report.checked());
    this.budget = budget;
    this.standing = new Standing(subject, budget);
    this.consequences = new Consequences(subject, budget);
  }

  static Page write(Report report, Budget budget) {
    return new PageWriter(report, budget).page();
  }

  private Page page() {
    Assessment assessment = subject.assessment();
    SystemInfo info = assessment.system().info();
    Signing signing = new Signing(budget);
    return new Page(
        info.id(),
        budget.size().name().toLowerCase(Locale.ROOT),
        Phrase.of(Clip.to(budget.purpose(), info.purpose())),
        assessment.verdict().word(),
        Phrase.of(tally()),
        sections(),
        leftOut(),
        assessment.signOffs().roles().stream().map(signing::of).toList(),
        imprint());
  }

  private String tally() {
    List<String> parts = new ArrayList<>(List.of(states()));
    failing().ifPresent(parts::add);
    int questions = subject.assessment().questions().size();
    if (questions > 0) {
      parts.add(Words.count(questions, "question") + " open");
    }
    return String.join("; ", parts);
  }

  /** Why the gate passes although something has no answer that holds. */
  private Optional<String> failing() {
    long need = subject.checked().count(State.OPEN) + subject.checked().count(State.UNPROVEN);
    return need == 0 || subject.checked().fails()
        ? Optional.empty()
        : Optional.of(
            subject
                .checked()
                .policy()
                .gate()
                .failOn()
                .map(PageWriter::failing)
                .orElse("by policy none of them fails the gate"));
  }

  private static String failing(Severity lowest) {
    return switch (lowest) {
      case CRITICAL -> "only critical ones fail the gate";
      case HIGH -> "only high and critical ones fail the gate";
      case MEDIUM -> "only medium and graver ones fail the gate";
      case LOW -> "every open one fails the gate";
    };
  }

  private String states() {
    int all = subject.assessment().threats().size();
    if (all == 0) {
      return "No threats derive";
    }
    List<String> states = new ArrayList<>();
    for (State state : State.values()) {
      long count = subject.checked().count(state);
      if (count > 0) {
        states.add(count + " " + state.word());
      }
    }
    String threats = Words.count(all, "threat");
    return states.size() > 1
        ? threats + ": " + String.join(", ", states)
        : threats
            + ", "
            + (all == 1 ? "" : Numbers.all(all) + " ")
            + states.getFirst().replaceAll("^\\d+ ", "");
  }

  private List<Page.Section> sections() {
    List<Page.Section> sections = new ArrayList<>();
    sections.add(
        new Page.Section(
            "What it decides", consequences.note(), consequences.paragraphs(), false, true));
    for (Stage stage : Stage.values()) {
      sections.add(stage(stage));
    }
    sections.add(open());
    list("Planned controls", standing.planned(), "").ifPresent(sections::add);
    list("Accepted risks", standing.accepted(), "No risk is accepted.").ifPresent(sections::add);
    sections.add(new Page.Section("Next checkpoint", "", List.of(checkpoint()), false, false));
    return sections;
  }

  private Page.Section stage(Stage stage) {
    List<AssessedThreat> threats = subject.threats(stage);
    List<Phrase> sentences = new ArrayList<>();
    if (threats.isEmpty()) {
      sentences.add(new QuietStage(subject, budget.names()).of(stage));
    } else {
      sentences.add(new Exposure(subject, budget.names()).of(stage, threats));
      sentences.add(vectors().of(threats, subject.openQuestions(stage)));
    }
    sentences.add(new Controls(subject, budget.controls()).of(stage));
    return new Page.Section(
        stage.title(),
        note(threats),
        List.of(sentences.stream().reduce((one, other) -> one.then(" ").then(other)).orElseThrow()),
        false,
        stage == Stage.DATA_COLLECTION);
  }

  private static String note(List<AssessedThreat> threats) {
    if (threats.isEmpty()) {
      return "";
    }
    String all = Words.count(threats.size(), "threat");
    return all + counted(threats, State.OPEN) + counted(threats, State.UNPROVEN);
  }

  private static String counted(List<AssessedThreat> threats, State state) {
    long count = threats.stream().filter(threat -> threat.answer().state() == state).count();
    return count == 0 ? "" : ", " + count + " " + state.word();
  }

  private Page.Section open() {
    boolean unproven = subject.checked().count(State.UNPROVEN) > 0;
    String heading = unproven ? "Open and unproven" : "Open threats";
    Standing.Listing open = standing.open();
    return open.lines().isEmpty()
        ? new Page.Section(heading, "", List.of(Phrase.of("No threat is open.")), false, true)
        : new Page.Section(
            heading, standing.noneAnswered() ? "none is answered" : "", open.lines(), true, true);
  }

  private static Optional<Page.Section> list(
      String heading, Standing.Listing listing, String otherwise) {
    if (!listing.lines().isEmpty()) {
      return Optional.of(new Page.Section(heading, "", listing.lines(), true, false));
    }
    return otherwise.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(heading, "", List.of(Phrase.of(otherwise)), false, false));
  }

  private Phrase checkpoint() {
    return subject
        .assessment()
        .system()
        .info()
        .nextCheckpoint()
        .map(day ->
            day.isBefore(subject.assessment().asOf())
                ? "It was due on " + Numbers.day(day) + " and has passed."
                : Numbers.day(day) + ".")
        .map(Phrase::of)
        .orElse(Phrase.of("None is set."));
  }

  private Optional<Phrase> leftOut() {
    List<String> left =
        Stream.of(
                lesser() == 0
                    ? Optional.<String>empty()
                    : Optional.of(
                        Numbers.count(lesser(), "controlled attack") + " of the stages above"),
                standing
                    .open()
                    .leftOut("threat")
                    .map(threats -> threats + " without a valid answer"),
                standing.planned().leftOut("planned control"),
                standing.accepted().leftOut("accepted risk"),
                consequences.left() == 0
                    ? Optional.<String>empty()
                    : Optional.of(Numbers.count(consequences.left(), "decision")))
            .flatMap(Optional::stream)
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Phrase.of("Not on this page: " + Words.and(left) + ". The full report has everything: ")
                .then(Phrase.id("countersign report --to html"))
                .then("."));
  }

  private Vectors vectors() {
    return new Vectors(budget.vectors(), standing.listed(), standing.counted());
  }

  /** Kinds of attack that the sentences do not name and no list names or counts. */
  private int lesser() {
    Vectors vectors = vectors();
    return Arrays.stream(Stage.values()).mapToInt(s -> vectors.left(subject.threats(s))).sum();
  }

  private List<Phrase> imprint() {
    Assessment assessment = subject.assessment();
    String digest = assessment.digest();
    return List.of(
        Phrase.of("As of " + Numbers.day(assessment.asOf())),
        Phrase.of("system ")
            .then(Phrase.id(digest.substring(0, Math.min(DIGEST, digest.length())))),
        Phrase.of("Countersign " + report.tool().version()));
  }
}
