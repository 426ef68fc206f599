package dev.countersign.report.full;

import dev.countersign.assess.calendar.Deadline;
import dev.countersign.assess.calendar.Deadlines;
import java.time.LocalDate;
import java.util.List;

/** The days on which something is due or runs out. */
public final class Calendar {
  private final List<Deadline> deadlines;
  private final LocalDate today;

  Calendar(Page page) {
    deadlines = Deadlines.of(page.checked());
    today = page.assessment().asOf();
  }

  /** Those that have passed, the earliest first. */
  public List<Deadline> passed() {
    return deadlines.stream().filter(Deadline::passed).toList();
  }

  /** Those to come, the earliest first. */
  public List<Deadline> coming() {
    return deadlines.stream().filter(deadline -> !deadline.passed()).toList();
  }

  /** How far away a day is, in words. */
  public String distance(Deadline deadline) {
    long days = deadline.day().toEpochDay() - today.toEpochDay();
    if (days == 0) {
      return "today";
    }
    return days < 0 ? "OVERDUE by " + days(-days) : "in " + days(days);
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
