package dev.countersign.report;

import java.util.List;
import java.util.Set;

/**
 * A form in which an assessment is given to people or machines. Implementations are stateless,
 * escape all text that comes from files, and give the same bytes for the same report.
 */
public interface ReportFormat {
  /** The word after {@code --to}, for example {@code one-page}. */
  String name();

  /** What it is for, a phrase for help texts without a full stop. */
  String purpose();

  /** What the reader may choose that changes what it renders. */
  default Set<Choice> heeds() {
    return Set.of();
  }

  /** What a reader chooses beside the system; see {@link Report}. */
  enum Choice {
    AUDIENCE,
    HIGHLIGHT,
    SINCE
  }

  /** The files that it makes; several where one content comes in several kinds of file. */
  List<Rendered> render(Report report);
}
