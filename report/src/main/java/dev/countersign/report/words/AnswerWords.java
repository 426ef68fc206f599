package dev.countersign.report.words;

import dev.countersign.assess.Answer;
import dev.countersign.model.Resolution;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How a threat is answered, in a word and in a sentence. */
public final class AnswerWords {
  private AnswerWords() {}

  /** The state, in capitals where it needs work, with the day by which or until which it holds. */
  public static String state(Answer answer) {
    String word = answer.state().word();
    return switch (answer.state()) {
      case OPEN, UNPROVEN -> word.toUpperCase(Locale.ROOT);
      case CONTROLLED -> word;
      case PLANNED -> word + lastDay(answer).map(day -> " by " + day).orElse("");
      case ACCEPTED -> word + lastDay(answer).map(day -> " until " + day).orElse("");
    };
  }

  /** The last day on which a plan or an acceptance holds. */
  public static Optional<LocalDate> lastDay(Answer answer) {
    return answer
        .resolution()
        .flatMap(resolution ->
            switch (resolution) {
              case Resolution.Planned planned -> planned.by();
              case Resolution.Accepted accepted -> accepted.until();
              case Resolution.ByControl _, Resolution.DesignedOut _ -> Optional.empty();
            });
  }

  /** What the file answers, one sentence. */
  public static String says(Resolution resolution) {
    return switch (resolution) {
      case Resolution.ByControl by -> "Answered by " + Words.and(by.controls()) + ".";
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
        + planned.by().map(day -> " by " + day).orElse("")
        + owner(planned)
        + planned.control().map(control -> ": " + control).orElse("")
        + planned.ticket().map(ticket -> " (" + ticket + ")").orElse("")
        + ".";
  }

  private static String owner(Resolution.Planned planned) {
    String comma = planned.by().isPresent() ? ", owner " : " by ";
    return planned.owner().map(owner -> comma + owner).orElse("");
  }

  private static String accepted(Resolution.Accepted accepted) {
    return "Accepted"
        + accepted.by().map(by -> " by " + by).orElse("")
        + accepted.record().map(record -> " (" + record + ")").orElse("")
        + accepted.reason().map(reason -> ": " + reason).orElse(".");
  }
}
