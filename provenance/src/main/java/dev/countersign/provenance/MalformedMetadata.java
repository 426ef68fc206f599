package dev.countersign.provenance;

/**
 * A file with facts about data is not what its format says. The message is a clause about the file,
 * without its name and without a full stop, since whoever asked knows the name.
 */
public final class MalformedMetadata extends Exception {
  private static final long serialVersionUID = 1;

  private final String detail;

  /**
   * Tells what is wrong.
   *
   * @param detail a clause that can follow the name of the file and a colon
   */
  public MalformedMetadata(String detail) {
    super(detail);
    this.detail = detail;
  }

  /** What is wrong, a clause without a full stop. */
  public String detail() {
    return detail;
  }
}
