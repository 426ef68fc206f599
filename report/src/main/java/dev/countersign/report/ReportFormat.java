package dev.countersign.report;

import java.util.List;

/**
 * A form in which an assessment is given to people or machines. Implementations are stateless,
 * escape all text that comes from files, and give the same bytes for the same report.
 */
public interface ReportFormat {
  /** The word after {@code --to}, for example {@code one-page}. */
  String name();

  /** What it is for, a phrase for help texts without a full stop. */
  String purpose();

  /** The files that it makes; several where one content comes in several kinds of file. */
  List<Rendered> render(Report report);
}
