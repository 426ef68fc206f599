package dev.countersign.report.full;

import dev.countersign.report.Audience;
import java.util.List;
import java.util.Locale;

/** The sections of the full report, in their order. */
public enum Section {
  SUMMARY("Summary"),
  DIAGRAM("Diagram"),
  DECISIONS("Decisions and harm"),
  REGISTER("Threat register"),
  QUESTIONS("Open questions"),
  CONTROLS("Controls"),
  OBLIGATIONS("Obligations"),
  SUPPLY("Third-party supply"),
  ASSUMPTIONS("Assumptions"),
  FINDINGS("Findings"),
  CALENDAR("Calendar"),
  CHANGES("Changes and sign-off"),
  SOURCES("What this report rests on");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** The heading. */
  public String title() {
    return title;
  }

  /** Where links lead. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a reader needs. */
  public static List<Section> of(Audience audience) {
    return switch (audience) {
      case ALL -> List.of(values());
      case PLATFORM -> List.of(SUMMARY, DIAGRAM, CONTROLS, FINDINGS, CALENDAR, SOURCES);
      case POLICY ->
          List.of(
              SUMMARY, DECISIONS, OBLIGATIONS, QUESTIONS, ASSUMPTIONS, CALENDAR, CHANGES, SOURCES);
      case PROCUREMENT -> List.of(SUMMARY, SUPPLY, CALENDAR, SOURCES);
      case SECURITY ->
          List.of(
              SUMMARY,
              DIAGRAM,
              DECISIONS,
              REGISTER,
              QUESTIONS,
              CONTROLS,
              ASSUMPTIONS,
              FINDINGS,
              CALENDAR,
              CHANGES,
              SOURCES);
    };
  }
}
