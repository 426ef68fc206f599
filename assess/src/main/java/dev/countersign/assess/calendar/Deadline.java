package dev.countersign.assess.calendar;

import java.time.LocalDate;

/**
 * A day on which something is due or runs out.
 *
 * @param day the last day on which it is in time or holds
 * @param sort what ends
 * @param subject id of the threat, control, assumption or finding that it is about; of the system
 *     for a checkpoint
 * @param text what has to be done or ends, one sentence
 * @param passed whether the day is over
 */
public record Deadline(LocalDate day, Sort sort, String subject, String text, boolean passed) {
  /** What ends. */
  public enum Sort {
    CHECKPOINT("checkpoint"),
    PLAN("plan"),
    ACCEPTANCE("acceptance"),
    EVIDENCE("evidence"),
    ASSUMPTION("assumption"),
    EXEMPTION("exemption");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }
  }
}
