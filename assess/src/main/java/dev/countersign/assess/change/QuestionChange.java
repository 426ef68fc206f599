package dev.countersign.assess.change;

import dev.countersign.derive.Question;
import java.util.List;
import java.util.Locale;

/**
 * A question that is asked now and was not, or is no longer asked.
 *
 * @param sort what happened
 * @param question as it is or was asked
 * @param causes what brought it about
 */
public record QuestionChange(Sort sort, Question question, List<Cause> causes) {
  /** What happened. */
  public enum Sort {
    /** It is asked now. */
    NEW,
    /** The fact is stated now. */
    ANSWERED,
    /** The fact is still not stated, but decides nothing any more. */
    MOOT;

    /** The word in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public QuestionChange {
    causes = List.copyOf(causes);
  }
}
