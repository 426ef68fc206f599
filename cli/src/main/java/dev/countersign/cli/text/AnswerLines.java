package dev.countersign.cli.text;

import dev.countersign.assess.Answer;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How a threat is answered, in a word at the end of its heading and in a line below. */
final class AnswerLines {
  private AnswerLines() {}

  static String word(Answer answer) {
    String word = answer.state().word();
    return switch (answer.state()) {
      case OPEN, UNPROVEN -> word.toUpperCase(Locale.ROOT);
      case CONTROLLED -> word;
      case PLANNED, ACCEPTED -> word + day(answer).map(day -> " until " + day).orElse("");
    };
  }

  static void write(Page page, int indent, Answer answer) {
    answer
        .resolution()
        .map(AnswerLines::says)
        .ifPresent(says -> page.line(indent, indent + 2, Line.of(Style.PLAIN, says)));
    answer
        .why()
        .ifPresent(
            why -> page.line(indent, indent + 2, Line.of(Wording.style(answer.state()), why)));
  }

  private static Optional<LocalDate> day(Answer answer) {
    return answer
        .resolution()
        .flatMap(resolution ->
            switch (resolution) {
              case Resolution.Planned planned -> planned.by();
              case Resolution.Accepted accepted -> accepted.until();
              case Resolution.ByControl _, Resolution.DesignedOut _ -> Optional.empty();
            });
  }

  private static String says(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl by -> "Answered by " + Wording.and(by.controls()) + ".";
      case Resolution.Planned planned -> planned(planned);
      case Resolution.Accepted accepted -> accepted(accepted);
      case Resolution.DesignedOut out ->
          "Said to be designed out"
              + out.reference().map(reference -> " (" + reference + ")").orElse("")
              + out.change().map(change -> ": " + change).orElse(".");
    };
  }

  private static String planned(Resolution.Planned planned) {
    return "Planned"
        + planned.owner().map(owner -> " by " + owner).orElse("")
        + planned.control().map(control -> ": " + control).orElse("")
        + planned.ticket().map(ticket -> " (" + ticket + ")").orElse("")
        + ".";
  }

  private static String accepted(Resolution.Accepted accepted) {
    return "Accepted"
        + accepted.by().map(by -> " by " + by).orElse("")
        + accepted.record().map(record -> " (" + record + ")").orElse("")
        + accepted.reason().map(reason -> ": " + reason).orElse(".");
  }
}
